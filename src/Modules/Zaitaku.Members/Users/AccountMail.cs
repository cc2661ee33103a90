using Zaitaku.Cms.Mail;

namespace Zaitaku.Members.Users;

/// <summary>
/// Tells the owner of an account, by mail, that what lets people into it has changed: whoever did it, the owner hears of it. Runs inside the write
/// that changes it. Where the site sends no mail nobody is told.
/// </summary>
public sealed class AccountMail(Outbox outbox, MailSettings mail)
{
    public bool Sends => mail.Sends;

    /// <param name="what">What has changed, as a sentence.</param>
    public Task TellAsync(User user, string what, CancellationToken cancel = default) =>
        Sends ? outbox.PutAsync(user.Email, MembersText.ChangeMail, [(MembersText.MailName, user.UserName), (MembersText.MailChange, what)], cancel) : Task.CompletedTask;

    /// <summary>To an address that is not, or not yet, the user's.</summary>
    public Task SendAsync(string email, SiteMail words, IReadOnlyList<(MailSlot Slot, string Value)> filled, CancellationToken cancel = default) => outbox.PutAsync(email, words, filled, cancel);
}
