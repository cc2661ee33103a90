using System.Net.Mail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Mail;

/// <summary>Takes mails. One put in stands or falls with the running write, and is sent after it.</summary>
public sealed class Outbox(SiteDb db, OutboxBell bell, TimeProvider clock)
{
    /// <summary>A mail in the owner's words, with its slots filled.</summary>
    /// <param name="values">Something for each of the mail's slots.</param>
    public Task PutAsync(string to, SiteMail mail, IReadOnlyList<(MailSlot Slot, string Value)> values, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var wordings = (await SiteDocuments.LoadAsync<SiteSettings>(db, cancel)).Section<MailWordings>();
        var (subject, body) = MailPattern.Fill(mail, wordings.Of(mail), values);
        await PutAsync(to, subject, body, cancel);
        return true;
    }, cancel);

    /// <exception cref="ArgumentException">The receiver is not one address, or the subject is not one line: somebody tries to write headers.</exception>
    public Task PutAsync(string to, string subject, string body, CancellationToken cancel = default)
    {
        if (to.Any(char.IsControl) || to.Length > 254 || !MailAddress.TryCreate(to, out var address) || address.Address != to) throw new ArgumentException("Not one address.", nameof(to));
        if (subject.Any(char.IsControl) || subject.Length > MailPattern.MaxSubject) throw new ArgumentException("Not one line.", nameof(subject));
        return db.WriteAsync(async () =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            db.Add(new OutboxMessage { To = to, Subject = subject, Body = body, CreatedUtc = now, DueUtc = now });
            db.AfterCommit(bell.Ring);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
    }
}

/// <summary>Wakes the sender when there is something to send.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    public void Ring() => rung.Release();

    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancel) => rung.WaitAsync(most, cancel);

    public void Dispose() => rung.Dispose();
}
