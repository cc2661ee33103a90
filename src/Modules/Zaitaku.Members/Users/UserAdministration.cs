using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Tickets;

namespace Zaitaku.Members.Users;

/// <summary>What staff do to accounts. Each act is one write and one line of the audit trail; a refusal is the words for it, and changes nothing.</summary>
public sealed class UserAdministration(
    SiteDb db, UserDesk users, RoleChoice roles, SessionDesk sessions, TicketDesk tickets, AuditTrail audit, AccountMail mail)
{
    /// <summary>Gives the user exactly these roles.</summary>
    public async Task<string?> ChangeRolesAsync(ClaimsPrincipal by, string userId, IReadOnlyCollection<string> wanted, CancellationToken cancel = default)
    {
        var known = await roles.AllAsync(cancel);
        if (wanted.Any(role => !known.Contains(role))) return MembersText.RoleUnknown;
        if (!await roles.MayHandleAsync(by, wanted, cancel)) return MembersText.RoleNotYours;
        return await AlterAsync(by, userId, "RolesChanged", [], async (user, changes) =>
        {
            if (!wanted.Contains(RoleNames.Administrator) && await IsLastAsync(user, cancel)) return MembersText.LastAdministrator;
            var rows = await db.Set<UserRole>().Where(r => r.UserId == user.UserId).ToListAsync(cancel);
            db.RemoveRange(rows.Where(row => !wanted.Contains(row.Role)));
            changes.Add(new(MembersText.RolesOfUser, Named(rows.Select(row => row.Role)), Named(wanted)));
            db.AddRange(wanted.Except(rows.Select(row => row.Role)).Select(role => new UserRole { UserId = user.UserId, Role = role }));
            return null;
        }, cancel);
    }

    /// <summary>Shuts the account, or opens it again. Shut, it has no session left the moment this is written.</summary>
    public Task<string?> SetEnabledAsync(ClaimsPrincipal by, string userId, bool enabled, CancellationToken cancel = default) =>
        AlterAsync(by, userId, enabled ? "Enabled" : "Disabled", [], async (user, _) =>
        {
            if (!enabled && await IsLastAsync(user, cancel)) return MembersText.LastAdministrator;
            user.Enabled = enabled;
            if (!enabled) await sessions.RenewStampAsync(user, cancel: cancel);
            if (!enabled) await tickets.VoidAsync(user.UserId, cancel);
            return null;
        }, cancel);

    public Task<string?> EndSessionsAsync(ClaimsPrincipal by, string userId, CancellationToken cancel = default) =>
        AlterAsync(by, userId, "SessionsEnded", [], async (user, _) =>
        {
            await sessions.RenewStampAsync(user, cancel: cancel);
            return null;
        }, cancel);

    /// <summary>Ends one session of the user, and no one else's.</summary>
    public Task<string?> EndSessionAsync(ClaimsPrincipal by, string userId, string sessionId, CancellationToken cancel = default) =>
        AlterAsync(by, userId, "SessionEnded", [], async (user, _) =>
            await sessions.EndAsync(user.UserId, sessionId, cancel) == 0 ? MembersText.SessionGone : null, cancel);

    /// <summary>For a lost telephone: the user signs in with the password alone and registers again. Who asks for it is to be known in person.</summary>
    public Task<string?> ResetFactorsAsync(ClaimsPrincipal by, string userId, CancellationToken cancel = default) =>
        AlterAsync(by, userId, "SecondFactorsReset", [], async (user, _) =>
        {
            (user.TotpKey, user.TotpStep) = (null, 0);
            await db.Set<Passkey>().Where(p => p.UserId == user.UserId).ExecuteDeleteAsync(cancel);
            await db.Set<RecoveryCode>().Where(c => c.UserId == user.UserId).ExecuteDeleteAsync(cancel);
            await sessions.RenewStampAsync(user, cancel: cancel);
            await mail.TellAsync(user, MembersText.FactorNotice("SecondFactorsReset"), cancel);
            return null;
        }, cancel);

    private Task<string?> AlterAsync(ClaimsPrincipal by, string userId, string act, List<AuditChange> changes, Func<User, List<AuditChange>, Task<string?>> alter, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            if (await users.FindAsync(userId, cancel) is not { } user) return MembersText.UserGone;
            if (!await roles.MayHandleAsync(by, await users.RolesAsync(userId, cancel), cancel)) return MembersText.UserNotYours;
            if (await alter(user, changes) is { } problem) return problem;
            await audit.NoteAsync("User", act, userId, user.UserName, data: changes.Count > 0 ? AuditChanges.Write(changes) : null, cancel: cancel);
            return null;
        }, keep: problem => problem is null, cancel);

    private static string Named(IEnumerable<string> roles) => string.Join('\n', roles.Select(MembersText.RoleName).Order(StringComparer.Ordinal));

    private async Task<bool> IsLastAsync(User user, CancellationToken cancel) =>
        (await users.RolesAsync(user.UserId, cancel)).Contains(RoleNames.Administrator) && !await users.OtherAdministratorAsync(user.UserId, cancel);
}
