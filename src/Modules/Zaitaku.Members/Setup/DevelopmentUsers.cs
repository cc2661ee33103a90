using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Setup;

/// <summary>Someone of every role to try the site with, on a developer's machine and nowhere else.</summary>
public sealed class DevelopmentUsers(SiteDb db, UserDesk users, PasswordHash passwords)
{
    /// <summary>README and console name it: it protects nothing.</summary>
    public const string Password = "sakura-no-hana-2026";

    private static readonly (string Email, string Name, string Role)[] Everyone =
    [
        ("admin@sakura.example", MembersText.SampleAdministrator, RoleNames.Administrator), ("editor@sakura.example", MembersText.SampleEditor, RoleNames.Editor),
        ("coordinator@sakura.example", MembersText.SampleCoordinator, RoleNames.Coordinator),
        ("professional@sakura.example", MembersText.SampleProfessional, RoleNames.Professional), ("facility@sakura.example", MembersText.SampleFacility, RoleNames.FacilityManager),
    ];

    public async Task MakeAsync(CancellationToken cancel)
    {
        await db.WriteAsync(async () =>
        {
            if (await db.Set<User>().AnyAsync(cancel)) return false;
            foreach (var (email, name, role) in Everyone) passwords.Set(await users.AddAsync(email, name, [role], cancel), Password);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        Console.WriteLine(MembersText.DevelopmentUsers(string.Join(" ", Everyone.Select(one => one.Email)), Password));
    }
}
