using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;

namespace Zaitaku.Admin.Mails;

/// <summary>Where a mail is on its way.</summary>
public enum MailState
{
    Waiting,
    Trying,
    TriedInVain,
    Failed,
    Sent,
}

/// <summary>A mail as staff see it: never what it says, for there may be a link in it that opens something.</summary>
/// <param name="To">The receiver, so far that they are told apart.</param>
/// <param name="Error">What the mail server said last.</param>
public sealed record MailLine(long Id, DateTime CreatedUtc, string To, string Subject, MailState State, DateTime? WhenUtc, int Tries, string? Error)
{
    public bool MayRetry => State is MailState.TriedInVain or MailState.Failed;

    public static MailLine Of(OutboxMessage message)
    {
        var state = StateOf(message);
        var when = state switch
        {
            MailState.Sent => message.SentUtc,
            MailState.Failed => message.FailedUtc,
            MailState.TriedInVain => message.DueUtc,
            _ => null,
        };
        var error = message.Error?.Replace(message.To, Masked(message.To), StringComparison.OrdinalIgnoreCase);
        return new(message.Id, message.CreatedUtc, Masked(message.To), message.Subject, state, when, message.Tries, error);
    }

    /// <summary>The first letter and the host: <c>h…@sakura.example</c>.</summary>
    public static string Masked(string address) => address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";

    private static MailState StateOf(OutboxMessage message) => message switch
    {
        { SentUtc: not null } => MailState.Sent,
        { FailedUtc: not null } => MailState.Failed,
        { Error: not null } => MailState.TriedInVain,
        { Tries: > 0 } => MailState.Trying,
        _ => MailState.Waiting,
    };
}

/// <summary>The mails of the last weeks, and another try for those that nobody took.</summary>
public sealed class MailList(SiteDb db, OutboxBell bell, AuditTrail audit, TimeProvider clock)
{
    public Task<int> CountAsync(bool unsentOnly, CancellationToken cancel) => Rows(unsentOnly).CountAsync(cancel);

    public async Task<IReadOnlyList<MailLine>> LinesAsync(bool unsentOnly, int skip, int take, CancellationToken cancel) =>
        (await Rows(unsentOnly).OrderByDescending(m => m.Id).Skip(skip).Take(take).ToListAsync(cancel)).ConvertAll(MailLine.Of);

    /// <summary>Has a mail tried again at once. One that was sent, or is on its way at this moment, is left alone: nobody gets it twice.</summary>
    public Task<bool> RetryAsync(long id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OutboxMessage>().Where(m => m.Id == id && m.SentUtc == null && m.Error != null).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.DueUtc, now).SetProperty(m => m.Tries, 0).SetProperty(m => m.FailedUtc, (DateTime?)null), cancel);
        if (due == 0) return false;
        await audit.NoteAsync("Mail", "MailRetried", id.ToString(System.Globalization.CultureInfo.InvariantCulture), cancel: cancel);
        db.AfterCommit(bell.Ring);
        return true;
    }, cancel);

    private IQueryable<OutboxMessage> Rows(bool unsentOnly) => db.Set<OutboxMessage>().AsNoTracking().Where(m => !unsentOnly || m.SentUtc == null);
}
