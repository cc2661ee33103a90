using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;

namespace Zaitaku.Members.Tickets;

/// <summary>Issues tickets and takes them back.</summary>
public sealed class TicketDesk(SiteDb db, TimeProvider clock)
{
    /// <summary>Issues a ticket; a user's earlier ones for the same purpose are void, where the new one shall be the only one.</summary>
    /// <returns>The key, which is kept nowhere.</returns>
    public Task<string> IssueAsync(TicketPurpose purpose, string? userId, TimeSpan life, string? data = null, bool only = false, CancellationToken cancel = default) =>
        db.WriteAsync(async () =>
        {
            var (key, now) = (SecretKey.New(), clock.GetUtcNow().UtcDateTime);
            await db.Set<Ticket>().Where(t => t.ExpiresUtc < now || only && t.UserId == userId && t.Purpose == purpose).ExecuteDeleteAsync(cancel);
            db.Add(new Ticket { KeyHash = SecretKey.Hash(key), Purpose = purpose, UserId = userId, Data = data, ExpiresUtc = now + life });
            return key;
        }, cancel);

    /// <summary>The ticket of this key, if it is good for this; it stays good.</summary>
    public async Task<Ticket?> FindAsync(string? key, TicketPurpose purpose, CancellationToken cancel = default)
    {
        if (!SecretKey.IsKey(key)) return null;
        var (hash, now) = (SecretKey.Hash(key!), clock.GetUtcNow().UtcDateTime);
        return await db.Set<Ticket>().AsNoTracking().FirstOrDefaultAsync(t => t.KeyHash == hash && t.Purpose == purpose && t.ExpiresUtc > now, cancel);
    }

    /// <summary>Takes the ticket: of two who come with the same key, one gets it.</summary>
    public async Task<Ticket?> TakeAsync(string? key, TicketPurpose purpose, CancellationToken cancel = default)
    {
        if (await FindAsync(key, purpose, cancel) is not { } ticket) return null;
        return await db.Set<Ticket>().Where(t => t.KeyHash == ticket.KeyHash).ExecuteDeleteAsync(cancel) == 1 ? ticket : null;
    }

    /// <summary>Counts a try on the ticket; after the last one it is void.</summary>
    public async Task TryAsync(Ticket ticket, int most, CancellationToken cancel = default)
    {
        await db.Set<Ticket>().Where(t => t.KeyHash == ticket.KeyHash).ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, t => t.Tries + 1), cancel);
        await db.Set<Ticket>().Where(t => t.KeyHash == ticket.KeyHash && t.Tries >= most).ExecuteDeleteAsync(cancel);
    }

    public Task<int> VoidAsync(string userId, CancellationToken cancel = default) =>
        db.Set<Ticket>().Where(t => t.UserId == userId).ExecuteDeleteAsync(cancel);
}
