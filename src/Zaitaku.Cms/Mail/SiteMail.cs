namespace Zaitaku.Cms.Mail;

/// <summary>
/// A mail that the site sends, as its module words it. The site's owner may word it otherwise. Modules register each of theirs, so that it can be
/// found; <c>Outbox.PutAsync</c> takes it with what its slots are filled with.
/// </summary>
/// <param name="Name">As the settings keep the owner's wording: the module's word and the mail's, <c>Members.Invitation</c>. It never changes.</param>
/// <param name="Label">What the owner calls it.</param>
/// <param name="When">When it is sent, and to whom, in a sentence.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text, with its slots in braces: <c>{…}</c>.</param>
public sealed record SiteMail(string Name, string Label, string When, string Subject, string Body, params IReadOnlyList<MailSlot> Slots)
{
    /// <summary>The module's own words.</summary>
    public MailWording Default => new(Subject, Body);
}

/// <summary>A place in a mail that is filled when it is sent.</summary>
/// <param name="Name">As the owner writes it between braces.</param>
/// <param name="Explanation">What will stand there.</param>
/// <param name="Sample">What stands there in a preview. Plainly made up.</param>
/// <param name="Required">Whether the body is useless without it: the link of an invitation.</param>
public sealed record MailSlot(string Name, string Explanation, string Sample, bool Required = false);

/// <summary>Subject and body of a mail, before its slots are filled.</summary>
public sealed record MailWording(string Subject, string Body);
