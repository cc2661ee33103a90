using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Passwords;

/// <summary>Sets passwords. Every other session of the user is over with the old one, and so is every link that could set another.</summary>
public sealed class PasswordDesk(SiteDb db, UserDesk users, PasswordHash passwords, SessionDesk sessions, TicketDesk tickets, SignInDesk signIn, AccountMail mail)
{
    /// <summary>Sets it for the holder of a link.</summary>
    /// <returns>Null when the link was used or has run out in the meantime.</returns>
    public async Task<User?> SetByLinkAsync(string? key, string password, CancellationToken cancel = default)
    {
        // Hashed before the write begins: it is slow by design.
        var hashed = new User();
        passwords.Set(hashed, password);
        return await db.WriteAsync(async () =>
        {
            var ticket = await tickets.TakeAsync(key, TicketPurpose.Invitation, cancel) ?? await tickets.TakeAsync(key, TicketPurpose.Reset, cancel);
            if (ticket?.UserId is not { } id || await users.FindAsync(id, cancel) is not { Enabled: true } user) return null;
            await KeepAsync(user, hashed.PasswordHash, but: null, cancel);
            return user;
        }, cancel);
    }

    /// <summary>Changes it for a user who is signed in with this session.</summary>
    /// <returns>Whether the current password was right.</returns>
    public async Task<bool> ChangeAsync(string userId, string sessionId, string? current, string password, CancellationToken cancel = default)
    {
        if (!await ProveAsync(userId, current, cancel)) return false;
        var hashed = new User();
        passwords.Set(hashed, password);
        return await db.WriteAsync(async () =>
        {
            if (await users.FindAsync(userId, cancel) is not { Enabled: true } user) return false;
            await KeepAsync(user, hashed.PasswordHash, sessionId, cancel);
            return true;
        }, cancel);
    }

    /// <summary>Whether this is the user's password. A wrong one counts as it does at the door.</summary>
    public async Task<bool> ProveAsync(string userId, string? current, CancellationToken cancel = default)
    {
        var email = await db.Set<User>().Where(u => u.UserId == userId).Select(u => u.Email).FirstOrDefaultAsync(cancel);
        return await signIn.CheckAsync(email, current, cancel) is not null;
    }

    private async Task KeepAsync(User user, string? hash, string? but, CancellationToken cancel)
    {
        if (user.PasswordHash is not null) await mail.TellAsync(user, MembersText.PasswordChangedNotice, cancel);
        (user.PasswordHash, user.FailedCount, user.LockedUntilUtc) = (hash, 0, null);
        await sessions.RenewStampAsync(user, but, cancel);
        await tickets.VoidAsync(user.UserId, cancel);
        await signIn.NoteAsync(user, "PasswordSet", cancel);
    }
}
