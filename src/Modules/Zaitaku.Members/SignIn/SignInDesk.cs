using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.SignIn;

/// <summary>Looks at what somebody typed to sign in. It says yes or no, and no more: whether there is such a user is nobody's business.</summary>
public sealed class SignInDesk(SiteDb db, UserDesk users, PasswordHash passwords, KnownBrowsers browsers, TimeProvider clock)
{
    /// <returns>The user whose password it is, and who may sign in now; null for every other reason.</returns>
    public async Task<User?> CheckAsync(string? email, string? password, CancellationToken cancel = default)
    {
        var known = Emails.Key(email) is { } key ? await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(u => u.EmailKey == key, cancel) : null;
        // Outside the write: it is slow by design, and must not keep others waiting.
        var fits = passwords.Fits(known, password ?? "");
        return await DecideAsync(known?.UserId, fits, cancel);
    }

    /// <summary>Counts a wrong code like a wrong password.</summary>
    public Task<User?> CheckCodeAsync(string userId, Func<User, Task<bool>> fits, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var user = await users.FindAsync(userId, cancel);
        return await DecideAsync(userId, user is not null && !Lockout.Rests(await browsers.TriedAsync(user, cancel), clock.GetUtcNow().UtcDateTime) && await fits(user), cancel);
    }, cancel);

    private Task<User?> DecideAsync(string? userId, bool fits, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Looked up again under the lock, for nobody as well: tries that come all at once are counted one by one, and take the same time.
        var user = await db.Set<User>().FirstOrDefaultAsync(u => u.UserId == (userId ?? ""), cancel);
        var tried = await browsers.TriedAsync(user ?? new User(), cancel);
        var rests = Lockout.Rests(tried, now);
        if (user is not null && fits && user.Enabled && !rests) return user;
        if (user is not null && !fits && !rests) Lockout.CountWrong(tried, now);
        await NoteAsync(user, "SignInRefused", cancel);
        return null;
    }, cancel);

    /// <summary>Writes an act of the user who is just coming in, and is not yet the one who acts here.</summary>
    public Task NoteAsync(User? user, string name, CancellationToken cancel = default) =>
        new AuditTrail(db, new Actor(user?.UserId, user?.UserName), clock).NoteAsync("User", name, user?.UserId ?? "", user?.UserName, cancel: cancel);
}
