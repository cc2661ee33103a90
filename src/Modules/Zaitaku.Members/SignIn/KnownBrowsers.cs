using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.SignIn;

/// <summary>The key that the browser of this request brought along; null when it brought none, or none of ours.</summary>
public sealed record BrowserKey(string? Value);

/// <summary>Remembers with which browsers a user signs in, and says what a wrong try is counted on.</summary>
public sealed class KnownBrowsers(SiteDb db, BrowserKey browser, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);
    private const int MostOfOneUser = 20;

    /// <summary>Inside a write: the browser, where this user has signed in with it before; else the account.</summary>
    public async Task<ITried> TriedAsync(User user, CancellationToken cancel = default) => await FindAsync(user.UserId, cancel) is { } known ? known : user;

    /// <summary>The user is in: what was counted starts anew, and this browser is known from now on.</summary>
    /// <returns>The key for the browser's cookie.</returns>
    public Task<string> WelcomeAsync(string userId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var (key, now) = (browser.Value ?? SecretKey.New(), clock.GetUtcNow().UtcDateTime);
        if (await FindAsync(userId, cancel) is { } known)
        {
            (known.FailedCount, known.LockedUntilUtc, known.SeenUtc) = (0, null, now);
        }
        else
        {
            await db.Set<User>().Where(u => u.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(u => u.FailedCount, 0).SetProperty(u => u.LockedUntilUtc, (DateTime?)null), cancel);
            db.Add(new KnownBrowser { KeyHash = SecretKey.Hash(key), UserId = userId, SeenUtc = now });
        }

        await db.SaveChangesAsync(cancel);
        await ForgetOldAsync(userId, now - Kept, cancel);
        return key;
    }, cancel);

    private async Task<KnownBrowser?> FindAsync(string userId, CancellationToken cancel)
    {
        // Looked for in any case, so that it takes the same time.
        var hash = SecretKey.Hash(browser.Value ?? "");
        var oldest = clock.GetUtcNow().UtcDateTime - Kept;
        return await db.Set<KnownBrowser>().FirstOrDefaultAsync(b => b.KeyHash == hash && b.UserId == userId && b.SeenUtc > oldest, cancel);
    }

    private async Task ForgetOldAsync(string userId, DateTime until, CancellationToken cancel)
    {
        await db.Set<KnownBrowser>().Where(b => b.SeenUtc < until).ExecuteDeleteAsync(cancel);
        var more = await db.Set<KnownBrowser>().Where(b => b.UserId == userId).OrderByDescending(b => b.SeenUtc).Skip(MostOfOneUser).Select(b => b.KeyHash).ToListAsync(cancel);
        if (more.Count > 0) await db.Set<KnownBrowser>().Where(b => b.UserId == userId && more.Contains(b.KeyHash)).ExecuteDeleteAsync(cancel);
    }
}
