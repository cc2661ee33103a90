using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Web;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Setup;

/// <summary>The command <c>create-admin</c>: there is no account to begin with, and nobody but the operator can make the first one.</summary>
public sealed class AdminSetup(SiteDb db, UserDesk users, TicketDesk tickets, SignInDesk signIn, SiteAddress address)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public async Task<int> RunAsync(string email, CancellationToken cancel)
    {
        if (Emails.Key(email) is null)
        {
            Console.Error.WriteLine(MembersText.EmailWrong);
            return 1;
        }

        var key = await db.WriteAsync(async () =>
        {
            var user = await users.FindByEmailAsync(email, cancel) ?? await users.AddAsync(email, MembersText.NewAdministrator, [RoleNames.Administrator], cancel);
            if (!await db.Set<UserRole>().AnyAsync(r => r.UserId == user.UserId && r.Role == RoleNames.Administrator, cancel))
            {
                db.Add(new UserRole { UserId = user.UserId, Role = RoleNames.Administrator });
            }

            user.Enabled = true;
            await signIn.NoteAsync(user, "AdministratorCreated", cancel);
            return await tickets.IssueAsync(TicketPurpose.Invitation, user.UserId, Life, only: true, cancel: cancel);
        }, cancel);
        Console.WriteLine(MembersText.SetupLink(await LinkAsync(key, cancel)));
        return 0;
    }

    private async Task<string> LinkAsync(string key, CancellationToken cancel) => $"{await address.BaseAsync(cancel)}/account/link?key={key}";
}
