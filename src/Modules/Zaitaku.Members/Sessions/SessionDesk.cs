using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Sessions;

/// <summary>Whose session a key opens, as of now.</summary>
public sealed record SignedIn(UserSession Session, string UserName, IReadOnlyList<string> Roles);

/// <summary>Opens, finds and ends sessions.</summary>
public sealed class SessionDesk(SiteDb db, TimeProvider clock, MembersSettings settings)
{
    /// <summary>Being seen is written down this often at most: a page is not a write.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Opens a session under a fresh key, and clears away those that are over.</summary>
    /// <returns>The key, which is kept nowhere.</returns>
    public Task<string> OpenAsync(User user, bool strong, string agent, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var (key, now) = (SecretKey.New(), Now);
        await db.Set<UserSession>().Where(s => s.CreatedUtc < now - settings.Lifetime).ExecuteDeleteAsync(cancel);
        db.Add(new UserSession
        {
            SessionId = ContentId.New(),
            KeyHash = SecretKey.Hash(key),
            UserId = user.UserId,
            Stamp = user.SecurityStamp,
            Strong = strong,
            CreatedUtc = now,
            SeenUtc = now,
            ProvedUtc = now,
            Agent = Shortened(agent),
        });
        await db.Set<User>().Where(u => u.UserId == user.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.SignedInUtc, now), cancel);
        return key;
    }, cancel);

    /// <summary>Looks at the row, the user and the clock at every request: whatever ended the session has ended it now.</summary>
    public async Task<SignedIn?> FindAsync(string key, CancellationToken cancel = default)
    {
        if (!SecretKey.IsKey(key)) return null;
        var (hash, now) = (SecretKey.Hash(key), Now);
        var found = await (from session in db.Set<UserSession>().AsNoTracking()
                           where session.KeyHash == hash
                           join user in db.Set<User>() on session.UserId equals user.UserId
                           where user.Enabled && user.SecurityStamp == session.Stamp
                           select new { session, user.UserName }).FirstOrDefaultAsync(cancel);
        if (found is null || now - found.session.CreatedUtc > settings.Lifetime || now - found.session.SeenUtc > settings.Idle) return null;
        if (now - found.session.SeenUtc > SeenEvery)
        {
            await db.Set<UserSession>().Where(s => s.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenUtc, now), cancel);
        }

        var roles = await db.Set<UserRole>().Where(r => r.UserId == found.session.UserId).Select(r => r.Role).ToListAsync(cancel);
        return new(found.session, found.UserName, roles);
    }

    /// <summary>The user's sessions that are not over, the one seen last first.</summary>
    public Task<List<UserSession>> OfAsync(string userId, CancellationToken cancel = default)
    {
        var (opened, seen) = (Now - settings.Lifetime, Now - settings.Idle);
        return db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == userId && s.CreatedUtc > opened && s.SeenUtc > seen)
            .OrderByDescending(s => s.SeenUtc).ToListAsync(cancel);
    }

    /// <summary>Notes that the user of this session has just proved who they are.</summary>
    public Task<int> ProvedAsync(string sessionId, CancellationToken cancel = default)
    {
        var now = Now;
        return db.Set<UserSession>().Where(s => s.SessionId == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedUtc, now), cancel);
    }

    /// <summary>Ends one session of this user; another's is not touched.</summary>
    public Task<int> EndAsync(string userId, string sessionId, CancellationToken cancel = default) =>
        db.Set<UserSession>().Where(s => s.UserId == userId && s.SessionId == sessionId).ExecuteDeleteAsync(cancel);

    /// <summary>Ends the user's sessions, all but one where it is named.</summary>
    public Task<int> EndAllAsync(string userId, string? but = null, CancellationToken cancel = default) =>
        db.Set<UserSession>().Where(s => s.UserId == userId && s.SessionId != but).ExecuteDeleteAsync(cancel);

    /// <summary>Gives the user a new stamp: every session but the named one is over, also one that is being opened at this moment.</summary>
    public async Task RenewStampAsync(User user, string? but = null, CancellationToken cancel = default)
    {
        user.SecurityStamp = ContentId.New();
        await db.SaveChangesAsync(cancel);
        await EndAllAsync(user.UserId, but, cancel);
        await db.Set<UserSession>().Where(s => s.UserId == user.UserId && s.SessionId == but)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, user.SecurityStamp), cancel);
    }

    private static string Shortened(string agent)
    {
        var plain = new string([.. agent.Where(letter => letter is >= ' ' and <= '~')]);
        return plain.Length <= SessionTable.MaxAgent ? plain : plain[..SessionTable.MaxAgent];
    }
}
