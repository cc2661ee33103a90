using System.Security.Claims;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Tickets;

namespace Zaitaku.Members.Users;

/// <param name="Problem">Null when it was done.</param>
/// <param name="Link">For the administrator to hand over, where the site sends no mail; null where a mail is on its way.</param>
public sealed record Invited(string? Problem, string? Link = null);

/// <summary>Makes users and sends the links by which they, and nobody else, set their passwords.</summary>
public sealed class Invitations(
    SiteDb db, UserDesk users, RoleChoice roles, TicketDesk tickets, Outbox outbox, MailSettings mail, SiteAddress address,
    AuditTrail audit, SignIn.SignInDesk signIn)
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(3);
    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(1);

    /// <summary>Makes a user without a password, and a link that is good for three days.</summary>
    public async Task<Invited> InviteAsync(ClaimsPrincipal by, string email, string userName, IReadOnlyCollection<string> wanted, CancellationToken cancel = default)
    {
        var known = await roles.AllAsync(cancel);
        if (wanted.Any(role => !known.Contains(role))) return new(MembersText.RoleUnknown);
        if (!await roles.MayHandleAsync(by, wanted, cancel)) return new(MembersText.RoleNotYours);
        return await db.WriteAsync(async () =>
        {
            if (await users.FindByEmailAsync(email, cancel) is not null) return new(MembersText.EmailTaken);
            var user = await users.AddAsync(email, userName, wanted, cancel);
            await audit.NoteAsync("User", "Invited", user.UserId, user.UserName, string.Join(", ", wanted), cancel: cancel);
            return await SendAsync(user, TicketPurpose.Invitation, InvitationLife, cancel);
        }, cancel);
    }

    /// <summary>A new link for somebody who has not come yet, or who lost the password.</summary>
    public Task<Invited> InviteAgainAsync(ClaimsPrincipal by, string userId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await users.FindAsync(userId, cancel) is not { Enabled: true } user) return new(MembersText.UserGone);
        if (!await roles.MayHandleAsync(by, await users.RolesAsync(userId, cancel), cancel)) return new Invited(MembersText.UserNotYours);
        await audit.NoteAsync("User", "InvitedAgain", user.UserId, user.UserName, cancel: cancel);
        return await SendAsync(user, TicketPurpose.Invitation, InvitationLife, cancel);
    }, cancel);

    /// <summary>Sends a link to whoever forgot the password. Nobody is told whether there was somebody to send it to.</summary>
    public Task SendResetAsync(string? email, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var user = await users.FindByEmailAsync(email, cancel);
        await signIn.NoteAsync(user, "ResetAsked", cancel);
        if (user is { Enabled: true } && mail.Sends) await SendAsync(user, TicketPurpose.Reset, ResetLife, cancel);
        return true;
    }, cancel);

    private async Task<Invited> SendAsync(User user, TicketPurpose purpose, TimeSpan life, CancellationToken cancel)
    {
        var key = await tickets.IssueAsync(purpose, user.UserId, life, only: true, cancel: cancel);
        var link = $"{await address.BaseAsync(cancel)}/account/link?key={key}";
        if (!mail.Sends) return new(null, link);
        if (purpose == TicketPurpose.Reset) await outbox.PutAsync(user.Email, MembersText.ResetMail, [(MembersText.MailLink, link)], cancel);
        else await outbox.PutAsync(user.Email, MembersText.InvitationMail, [(MembersText.MailName, user.UserName), (MembersText.MailLink, link)], cancel);
        return new(null);
    }
}
