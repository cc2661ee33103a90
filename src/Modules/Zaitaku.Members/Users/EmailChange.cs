using Zaitaku.Cms.Data;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;

namespace Zaitaku.Members.Users;

/// <summary>
/// Gives a user another address: whoever is signed in asks, a link to the new address shows that they read its mails, and the old one is told.
/// </summary>
public sealed class EmailChange(SiteDb db, UserDesk users, TicketDesk tickets, SessionDesk sessions, SignInDesk signIn, AccountMail mail, SiteAddress address)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Sends the link. Whether somebody else has the address is told in the mail, to whoever reads it, and not to the one who asks.</summary>
    /// <param name="email">An address that <see cref="Emails.Key"/> takes.</param>
    public Task AskAsync(string userId, string email, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await users.FindAsync(userId, cancel) is not { Enabled: true } user) return false;
        await signIn.NoteAsync(user, "EmailChangeAsked", cancel);
        if (await users.FindByEmailAsync(email, cancel) is not null)
        {
            await mail.SendAsync(email.Trim(), MembersText.EmailTakenMail, [], cancel);
            return false;
        }

        var key = await tickets.IssueAsync(TicketPurpose.EmailChange, userId, Life, email.Trim(), only: true, cancel);
        await mail.SendAsync(email.Trim(), MembersText.EmailMail, [(MembersText.MailEmailLink, $"{await address.BaseAsync(cancel)}/account/link?key={key}")], cancel);
        return true;
    }, cancel);

    /// <summary>The new address of this user that the link of this key is for; null when it is another's, or good for nothing.</summary>
    public async Task<string?> FindAsync(string userId, string? key, CancellationToken cancel = default) =>
        await tickets.FindAsync(key, TicketPurpose.EmailChange, cancel) is { } ticket && ticket.UserId == userId ? ticket.Data : null;

    /// <returns>Whether the address is the user's now.</returns>
    public Task<bool> ConfirmAsync(string userId, string sessionId, string? key, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await FindAsync(userId, key, cancel) is not { } email || await tickets.TakeAsync(key, TicketPurpose.EmailChange, cancel) is null) return false;
        if (await users.FindAsync(userId, cancel) is not { Enabled: true } user || await users.FindByEmailAsync(email, cancel) is not null) return false;
        await mail.TellAsync(user, MembersText.EmailChangedNotice, cancel);
        (user.Email, user.EmailKey) = (email, Emails.Key(email)!);
        await sessions.RenewStampAsync(user, sessionId, cancel);
        await tickets.VoidAsync(userId, cancel);
        await signIn.NoteAsync(user, "EmailChanged", cancel);
        return true;
    }, cancel);
}
