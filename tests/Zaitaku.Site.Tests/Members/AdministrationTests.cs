using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Members.Setup;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>What staff do to accounts and roles: never more than they may, and never so that nobody is left who could.</summary>
public sealed class AdministrationTests
{
    private const string NewPassword = "tsuki ga kirei desu ne";
    private static readonly Dictionary<string, string> Patient = new() { ["Members:SignInsPerMinute"] = "1000" };

    [Theory, EachEngine]
    public async Task The_last_administrator_keeps_the_role_and_the_account(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, Patient);
        using var admin = await Person.SignedInAsync(site, "admin");
        var id = await IdAsync(site, "admin");
        foreach (var (handler, fields) in new (string, Dictionary<string, string>)[] { ("Roles", new() { ["Roles"] = "Editor" }), ("Disable", []), ("Roles", []) })
        {
            using var answer = await admin.PostAsync($"/admin/users/{id}?handler={handler}", fields);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("ほかに管理者がいない", (await Person.DocumentAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/admin/users"));
    }

    [Theory, EachEngine]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, Patient);
        await GiveAsync(site, "editor", "Administrator");
        using var one = await Person.SignedInAsync(site, "admin");
        using var two = await Person.SignedInAsync(site, "editor");
        var (first, second) = (await IdAsync(site, "admin"), await IdAsync(site, "editor"));
        var tokens = (await one.TokenAsync(), await two.TokenAsync());
        var answers = await Task.WhenAll(
            one.PostAsync($"/admin/users/{second}?handler=Disable", new() { ["__RequestVerificationToken"] = tokens.Item1 }, token: false),
            two.PostAsync($"/admin/users/{first}?handler=Disable", new() { ["__RequestVerificationToken"] = tokens.Item2 }, token: false));
        foreach (var answer in answers) answer.Dispose();
        Assert.Equal(1, await SessionTests.ReadAsync(site, db => db.Set<User>().CountAsync(u => u.Enabled && (u.UserId == first || u.UserId == second))));
    }

    [Fact]
    public async Task Nobody_gives_or_takes_what_they_do_not_have()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        using var admin = await Person.SignedInAsync(site, "admin");
        var page = await admin.PageAsync("/admin/roles");
        var version = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var grants = page.QuerySelectorAll("input[name=grant][checked]:not([disabled])").Select(g => KeyValuePair.Create("grant", g.GetAttribute("value")!)).ToList();
        grants.Add(new("grant", "Coordinator/ManageUsers"));
        grants.Add(new("grant", "Coordinator/ManageRoles"));
        using var given = await PostAllAsync(admin, "/admin/roles", [.. grants, new("version", version)]);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        using var coordinator = await Person.SignedInAsync(site, "coordinator");
        var (self, editor, administrator) = (await IdAsync(site, "coordinator"), await IdAsync(site, "editor"), await IdAsync(site, "admin"));
        foreach (var (path, roles) in new[] { (self, "Administrator"), (self, "Editor"), (editor, "Professional"), (administrator, "Professional") })
        {
            using var answer = await coordinator.PostAsync($"/admin/users/{path}?handler=Roles", new() { ["Roles"] = roles });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        foreach (var handler in new[] { "Disable", "EndSessions", "ResetFactors" })
        {
            using var answer = await coordinator.PostAsync($"/admin/users/{administrator}?handler={handler}", []);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.True(await admin.IsSignedInAsync());
        var shown = await coordinator.PageAsync("/admin/roles");
        var now = shown.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        using var more = await PostAllAsync(coordinator, "/admin/roles", [new("version", now), new("grant", "Coordinator/Export")]);
        Assert.Equal(HttpStatusCode.BadRequest, more.StatusCode);
        using var fixedRole = await PostAllAsync(admin, "/admin/roles", [new("version", now), new("grant", "Administrator/ManageUsers")]);
        Assert.Equal(HttpStatusCode.BadRequest, fixedRole.StatusCode);
        using var stale = await PostAllAsync(admin, "/admin/roles", [new("version", version)]);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        using var admin = await Person.SignedInAsync(site, "admin");
        var id = await IdAsync(site, "professional");
        var before = await SessionTests.ReadAsync(site, db => db.Set<User>().AsNoTracking().SingleAsync(u => u.UserId == id));
        var fields = Enumerable.Range(0, 900).ToDictionary(n => $"Account.Field{n}", _ => "x");
        foreach (var name in new[] { "Account.PasswordHash", "Account.Enabled", "Account.Email", "Account.UserId", "PasswordHash", "Enabled", "Email", "UserName", "SecurityStamp", "TotpKey", "MayChange", "Id", "Choices[0].MayGive" })
        {
            fields[name] = name == "Id" ? await IdAsync(site, "admin") : "false";
        }

        fields["Roles"] = "Professional";
        using var answer = await admin.PostAsync($"/admin/users/{id}?handler=Roles", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await SessionTests.ReadAsync(site, db => db.Set<User>().AsNoTracking().SingleAsync(u => u.UserId == id));
        Assert.Equivalent(before, after);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/admin/users"));
    }

    [Theory]
    [InlineData("no-such-user"), InlineData("%00"), InlineData("' OR 1=1 --"), InlineData("../admin")]
    public async Task A_user_who_does_not_exist_is_not_found(string id)
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        using var admin = await Person.SignedInAsync(site, "admin");
        Assert.Contains(await admin.StatusAsync("/admin/users/" + (id == "%00" ? id : Uri.EscapeDataString(id))), new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory, EachEngine]
    public async Task An_invitation_is_used_once_by_one_and_runs_out(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, Patient, services => services.AddSingleton<TimeProvider>(clock));
        using var admin = await Person.SignedInAsync(site, "admin");
        var link = await InviteAsync(admin, "hana@sakura.example");
        using var invited = new Person(site);
        using var thief = new Person(site);
        foreach (var person in new[] { invited, thief })
        {
            using var opened = await person.GetAsync(link);
            Assert.Equal("/account/set-password", opened.Headers.Location?.OriginalString);
        }

        foreach (var weak in new[] { "short", "password123", "sakura2026", "hana-kaigo", new string('a', 300) })
        {
            using var refused = await invited.SendAsync("/account/set-password", new() { ["Password"] = weak, ["Repeated"] = weak });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var thiefs = (await thief.PageAsync("/account/set-password")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var set = await invited.SendAsync("/account/set-password", new() { ["Password"] = NewPassword, ["Repeated"] = NewPassword });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.True(await invited.IsSignedInAsync());
        using var second = await thief.PostAsync("/account/set-password",
            new() { ["Password"] = NewPassword + "!", ["Repeated"] = NewPassword + "!", ["__RequestVerificationToken"] = thiefs }, token: false);
        Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
        Assert.False(await thief.IsSignedInAsync());

        var late = await InviteAsync(admin, "late@sakura.example");
        clock.Now += TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1);
        (await thief.GetAsync(late)).Dispose();
        Assert.Equal(HttpStatusCode.Gone, await thief.StatusAsync("/account/set-password"));
    }

    [Fact]
    public async Task Passwords_are_used_exactly_as_typed_and_may_be_long()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        foreach (var password in new[] { " 空白の前と後ろ ", new string('桜', 128), "abcdefghijklmnopqrstuvwxyzzyxwvuts", "ＦＵＬＬ　ＷＩＤＴＨ８" })
        {
            using var admin = await Person.SignedInAsync(site, "admin");
            var email = $"user{password.Length}@sakura.example";
            using var person = new Person(site);
            (await person.GetAsync(await InviteAsync(admin, email))).Dispose();
            using var set = await person.SendAsync("/account/set-password", new() { ["Password"] = password, ["Repeated"] = password });
            Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
            using var other = new Person(site);
            foreach (var near in new[] { password.Trim() + "x", password.ToUpperInvariant() + " ", password[..^1] })
            {
                using var refused = await other.SignInAsync(email, near);
                Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            }

            using var right = await other.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }
    }

    [Fact]
    public async Task The_operators_link_makes_the_first_administrator()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "", ["Members:SecondFactorForStaff"] = "true" });
        await using var scope = site.Services.CreateAsyncScope();
        var said = Console.Out;
        await using var heard = new StringWriter();
        Console.SetOut(heard);
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<AdminSetup>().RunAsync("first@sakura.example", CancellationToken.None));
        Console.SetOut(said);
        var link = heard.ToString().Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal));
        var key = link.Split("key=")[1];
        Assert.DoesNotContain(key, await SessionTests.ReadAsync(site, db => db.Set<Ticket>().Select(t => t.KeyHash).ToListAsync()));
        using var first = new Person(site);
        (await first.GetAsync("/account/link?key=" + key)).Dispose();
        using var set = await first.SendAsync("/account/set-password", new() { ["Password"] = NewPassword, ["Repeated"] = NewPassword });
        Assert.Equal("/account/second-factor", set.Headers.Location?.OriginalString);
        Assert.Contains(await SessionTests.ReadAsync(site, db => db.Set<AuditTrailEvent>().Select(e => e.Name).ToListAsync()), name => name == "AdministratorCreated");
    }

    private static async Task<string> InviteAsync(Person admin, string email)
    {
        using var answer = await admin.SendAsync("/admin/users/new", new() { ["Name"] = "新しい人", ["Email"] = email, ["Roles"] = "Professional" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var link = (await Person.DocumentAsync(answer)).QuerySelector("#link")!.GetAttribute("value")!;
        return new Uri(link).PathAndQuery;
    }

    private static async Task<HttpResponseMessage> PostAllAsync(Person person, string path, List<KeyValuePair<string, string>> fields) =>
        await person.PostAllAsync(path, [.. fields, new("__RequestVerificationToken", await person.TokenAsync())]);

    private static Task<string> IdAsync(RunningSite site, string name) =>
        SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey == name + "@sakura.example").Select(u => u.UserId).SingleAsync());

    private static async Task GiveAsync(RunningSite site, string name, string role)
    {
        var id = await IdAsync(site, name);
        await SessionTests.WriteAsync(site, db =>
        {
            db.Add(new UserRole { UserId = id, Role = role });
            return Task.CompletedTask;
        });
    }
}
