using System.Text.RegularExpressions;

namespace Zaitaku.Cms.Mail;

/// <summary>Fills the slots of a wording, and says what is wrong with one. Wide braces, as a Japanese keyboard gives them, count as narrow ones.</summary>
public static partial class MailPattern
{
    public const int MaxSubject = 200;
    public const int MaxBody = 10_000;

    /// <summary>What keeps this wording from being used for the mail, in the order of reading; nothing when it may be.</summary>
    public static IReadOnlyList<WordingProblem> Problems(SiteMail mail, MailWording wording)
    {
        List<WordingProblem> problems = [];
        if (string.IsNullOrWhiteSpace(wording.Subject)) problems.Add(new(nameof(wording.Subject), MailText.SubjectMissing));
        else if (wording.Subject.Length > MaxSubject || wording.Subject.Any(char.IsControl)) problems.Add(new(nameof(wording.Subject), MailText.SubjectTooLong(MaxSubject)));
        if (string.IsNullOrWhiteSpace(wording.Body)) problems.Add(new(nameof(wording.Body), MailText.BodyMissing));
        else if (wording.Body.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) problems.Add(new(nameof(wording.Body), MailText.BodyStrange));
        else if (wording.Body.Length > MaxBody) problems.Add(new(nameof(wording.Body), MailText.BodyTooLong(MaxBody)));
        problems.AddRange(Unknown(mail, wording.Subject).Select(name => new WordingProblem(nameof(wording.Subject), MailText.SlotUnknown(name, mail.Slots))));
        problems.AddRange(Unknown(mail, wording.Body).Select(name => new WordingProblem(nameof(wording.Body), MailText.SlotUnknown(name, mail.Slots))));
        var used = Names(wording.Body).ToHashSet();
        problems.AddRange(mail.Slots.Where(slot => slot.Required && !used.Contains(slot.Name)).Select(slot => new WordingProblem(nameof(wording.Body), MailText.SlotMissing(slot))));
        return problems;
    }

    /// <summary>The wording with its slots filled. What fills them is not looked into for slots again.</summary>
    /// <exception cref="ArgumentException">A slot of the mail has nothing to be filled with.</exception>
    public static MailWording Fill(SiteMail mail, MailWording wording, IReadOnlyList<(MailSlot Slot, string Value)> values)
    {
        if (mail.Slots.FirstOrDefault(slot => values.All(value => value.Slot != slot)) is { } empty) throw new ArgumentException($"Nothing for the slot {empty.Name} of {mail.Name}.", nameof(values));
        var byName = values.ToDictionary(value => value.Slot.Name, value => value.Value);
        var subject = string.Concat(Filled(wording.Subject, byName).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return new(Short(subject), Filled(wording.Body, byName));
    }

    /// <summary>The wording as a preview shows it.</summary>
    public static MailWording Sample(SiteMail mail, MailWording wording) => Fill(mail, wording, [.. mail.Slots.Select(slot => (slot, slot.Sample))]);

    private static IEnumerable<string> Unknown(SiteMail mail, string text) => Names(text).Distinct().Where(name => mail.Slots.All(slot => slot.Name != name));

    private static IEnumerable<string> Names(string text) => Slot().Matches(text).Select(slot => slot.Groups["name"].Value.Trim());

    private static string Filled(string text, Dictionary<string, string> values) =>
        Slot().Replace(text, slot => values.GetValueOrDefault(slot.Groups["name"].Value.Trim(), slot.Value));

    private static string Short(string subject) =>
        subject.Length <= MaxSubject ? subject : subject[..(char.IsHighSurrogate(subject[MaxSubject - 1]) ? MaxSubject - 1 : MaxSubject)];

    [GeneratedRegex(@"[{\uFF5B](?<name>[^{}\uFF5B\uFF5D\r\n]{1,60})[}\uFF5D]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();
}

/// <param name="Field"><c>Subject</c> or <c>Body</c>.</param>
public sealed record WordingProblem(string Field, string Message);
