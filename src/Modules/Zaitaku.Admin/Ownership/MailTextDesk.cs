using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Ownership;

/// <summary>A mail as it is worded now.</summary>
/// <param name="IsOwn">Whether the owner has worded it.</param>
/// <param name="Version">Changes when the wording does.</param>
public sealed record WordedMail(SiteMail Mail, MailWording Wording, bool IsOwn, string Version);

/// <summary>How a save of a wording ended.</summary>
/// <param name="Theirs">What someone else has saved since the form was opened.</param>
public sealed record WordingOutcome(IReadOnlyList<WordingProblem> Problems, WordedMail? Theirs = null);

/// <summary>Lets the owner word the mails that the site sends.</summary>
public sealed class MailTextDesk(SiteDb db, IEnumerable<SiteMail> mails, AuditTrail audit)
{
    public async Task<IReadOnlyList<WordedMail>> AllAsync(CancellationToken cancel)
    {
        var wordings = (await SiteDocuments.LoadAsync<SiteSettings>(db, cancel)).Section<MailWordings>();
        return [.. mails.OrderBy(mail => mail.Name, StringComparer.Ordinal).Select(mail => Worded(mail, wordings))];
    }

    public async Task<WordedMail?> FindAsync(string name, CancellationToken cancel) => (await AllAsync(cancel)).FirstOrDefault(worded => worded.Mail.Name == name);

    /// <param name="wording">Null: the module's own again.</param>
    public Task<WordingOutcome> SaveAsync(SiteMail mail, MailWording? wording, string? version, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        var wordings = settings.Section<MailWordings>();
        var before = Worded(mail, wordings);
        if (before.Version != version) return new WordingOutcome([], before);
        var problems = wording is null ? [] : MailPattern.Problems(mail, wording);
        if (problems.Count > 0) return new(problems);
        if (wording is null || wording == mail.Default) wordings.Mails.Remove(mail.Name);
        else wordings.Mails[mail.Name] = wording;
        settings.Properties[nameof(MailWordings)] = JsonSerializer.SerializeToNode(wordings, ContentJson.Options);
        await SiteDocuments.PutAsync(db, settings, cancel);
        await NoteAsync(mail, before.Wording, wordings.Of(mail), cancel);
        return new([]);
    }, outcome => outcome.Problems.Count == 0 && outcome.Theirs is null, cancel);

    private Task NoteAsync(SiteMail mail, MailWording before, MailWording after, CancellationToken cancel)
    {
        AuditChange[] changes = [.. new[] { new AuditChange(AdminText.MailSubject, before.Subject, after.Subject), new(AdminText.MailBody, before.Body, after.Body) }.Where(change => change.Before != change.After)];
        return changes.Length == 0 ? Task.CompletedTask : audit.NoteAsync("Settings", "MailTextChanged", mail.Name, mail.Label, data: AuditChanges.Write(changes), cancel: cancel);
    }

    private static WordedMail Worded(SiteMail mail, MailWordings wordings)
    {
        var wording = wordings.Of(mail);
        return new(mail, wording, wording != mail.Default, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{wording.Subject}\n{wording.Body}")).AsSpan(0, 16)));
    }
}
