namespace Zaitaku.Cms.Mail;

/// <summary>Section of the settings: the owner's wordings, by the names of the mails.</summary>
public sealed class MailWordings
{
    public SortedDictionary<string, MailWording> Mails { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// How the mail is worded now. A wording that no longer fits, because the mail has got another slot since, gives way to the module's own: a mail
    /// without its link helps nobody.
    /// </summary>
    public MailWording Of(SiteMail mail) => Mails.TryGetValue(mail.Name, out var own) && MailPattern.Problems(mail, own).Count == 0 ? own : mail.Default;
}
