using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Mail;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>A user takes another address, and what owners are told when something about their account changes.</summary>
public sealed class EmailChangeTests
{
    private const string New = "atarashii@sakura.example";

    private static readonly Dictionary<string, string> Mailing = new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = "9",
        ["Mail:From"] = "center@sakura.example",
        ["Zaitaku:BaseUrl"] = "https://zaitaku.example",
        ["Zaitaku:SetupRecipe"] = "",
        ["Members:SignInsPerMinute"] = "1000",
    };

    [Theory, EachEngine]
    public async Task The_new_address_counts_once_its_mail_was_read_and_the_old_one_is_told(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, Mailing);
        using var editor = await Person.SignedInAsync(site, "editor");
        using var elsewhere = await Person.SignedInAsync(site, "editor");
        var link = await AskAsync(site, editor, New);
        Assert.Equal("editor@sakura.example", await EmailAsync(site));
        using (var opened = await editor.GetAsync(link)) Assert.Equal("/account/email/confirm", opened.Headers.Location?.OriginalString);
        // Looking changes nothing.
        Assert.Contains(New, (await editor.PageAsync("/account/email/confirm")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("editor@sakura.example", await EmailAsync(site));
        using (var confirmed = await editor.SendAsync("/account/email/confirm", [])) Assert.Equal("/account", confirmed.Headers.Location?.OriginalString);

        Assert.Equal(New, await EmailAsync(site));
        Assert.True(await editor.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        var told = await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().OrderByDescending(m => m.Id).FirstAsync());
        Assert.Equal("editor@sakura.example", told.To);
        Assert.DoesNotContain(New, told.Body, StringComparison.Ordinal);
        // Once only.
        using (var again = await editor.PostAsync("/account/email/confirm", [])) Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var fresh = new Person(site);
        using (var old = await fresh.SignInAsync("editor@sakura.example", Person.Password)) Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using (var now = await fresh.SignInAsync(New, Person.Password)) Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
    }

    [Fact]
    public async Task A_link_is_good_for_nobody_but_the_one_who_asked_and_for_an_hour()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Mailing, services: services => services.AddSingleton<TimeProvider>(clock));
        using var editor = await Person.SignedInAsync(site, "editor");
        using var other = await Person.SignedInAsync(site, "coordinator");
        using var stranger = new Person(site);
        var link = await AskAsync(site, editor, New);
        (await stranger.GetAsync(link)).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await stranger.StatusAsync("/account/email/confirm"));
        // Nor does it set a password.
        Assert.Equal(HttpStatusCode.Gone, await stranger.StatusAsync("/account/set-password"));
        (await other.GetAsync(link)).Dispose();
        using (var foreign = await other.PostAsync("/account/email/confirm", [])) Assert.Equal(HttpStatusCode.Gone, foreign.StatusCode);
        Assert.Equal("editor@sakura.example", await EmailAsync(site));

        for (var passed = 0; passed < 61; passed += 20)
        {
            Assert.True(await editor.IsSignedInAsync());
            clock.Now += TimeSpan.FromMinutes(20.4);
        }

        (await editor.GetAsync(link)).Dispose();
        using var late = await editor.PostAsync("/account/email/confirm", []);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal("editor@sakura.example", await EmailAsync(site));
    }

    [Fact]
    public async Task Nobody_learns_who_else_has_an_account_and_no_address_is_taken_twice()
    {
        await using var site = await RunningSite.StartAsync(settings: Mailing);
        using var editor = await Person.SignedInAsync(site, "editor");
        List<string> answers = [];
        foreach (var email in new[] { New, "ADMIN@sakura.example" })
        {
            using var answer = await editor.SendAsync("/account/email", new() { ["Email"] = email });
            answers.Add((await Person.DocumentAsync(answer)).QuerySelector("main")!.TextContent);
        }

        Assert.Single(answers.Distinct());
        var mails = await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().OrderBy(m => m.Id).ToListAsync());
        Assert.Equal([New, "admin@sakura.example"], mails.ConvertAll(m => m.To));
        Assert.DoesNotContain("https://", mails[1].Body, StringComparison.Ordinal);
        // Somebody else takes the address between the asking and the reading.
        (await editor.GetAsync(LinkIn(mails[0].Body))).Dispose();
        await SessionTests.AlterAsync(site, "professional", user => (user.Email, user.EmailKey) = (New, New));
        using var late = await editor.PostAsync("/account/email/confirm", []);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal("editor@sakura.example", await EmailAsync(site));
    }

    [Theory]
    [InlineData(""), InlineData("nobody"), InlineData("a@b.example\r\nBcc: x@evil.test"), InlineData("a@b.example, c@d.example"), InlineData("EDITOR@sakura.example"), InlineData("名 <a@b.example>")]
    public async Task What_is_no_other_address_is_refused_with_words(string typed)
    {
        await using var site = await RunningSite.StartAsync(settings: Mailing);
        using var editor = await Person.SignedInAsync(site, "editor");
        using var answer = await editor.PostAsync("/account/email", new() { ["Email"] = typed });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Person.DocumentAsync(answer)).QuerySelector("#Email-error"));
        Assert.Equal(0, await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task Whoever_was_away_from_the_desk_proves_who_they_are_first()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Mailing, services: services => services.AddSingleton<TimeProvider>(clock));
        using var editor = await Person.SignedInAsync(site, "editor");
        clock.Now += TimeSpan.FromMinutes(16);
        using (var opened = await editor.GetAsync("/account/email")) Assert.StartsWith("/account/prove", opened.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var sent = await editor.PostAsync("/account/email", new() { ["Email"] = New });
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Equal(0, await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task The_owner_hears_of_a_new_password_and_of_every_change_of_the_second_factor()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Mailing, services: services => services.AddSingleton<TimeProvider>(clock));
        using var editor = await Person.SignedInAsync(site, "editor");
        await SecondFactorTests.RegisterAsync(editor, clock);
        (await editor.SendAsync("/account/password", new() { ["Current"] = Person.Password, ["Password"] = "tsuki ga kirei desu ne", ["Repeated"] = "tsuki ga kirei desu ne" })).Dispose();
        using var admin = await Person.SignedInAsync(site, "admin");
        var id = await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey == "editor@sakura.example").Select(u => u.UserId).SingleAsync());
        (await admin.PostAsync($"/admin/users/{id}?handler=ResetFactors", [])).Dispose();
        var bodies = await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().Where(m => m.To == "editor@sakura.example").OrderBy(m => m.Id).Select(m => m.Body).ToListAsync());
        Assert.Equal(3, bodies.Count);
        Assert.Contains("認証アプリが登録されました", bodies[0], StringComparison.Ordinal);
        Assert.Contains("パスワードが変わりました", bodies[1], StringComparison.Ordinal);
        Assert.Contains("管理者によって消されました", bodies[2], StringComparison.Ordinal);
        Assert.All(bodies, body => Assert.DoesNotContain("https://", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Administrators_see_a_users_sessions_and_end_one()
    {
        await using var site = await RunningSite.StartAsync(settings: Mailing);
        using var one = await Person.SignedInAsync(site, "editor");
        using var other = await Person.SignedInAsync(site, "editor");
        using var admin = await Person.SignedInAsync(site, "admin");
        var id = await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey == "editor@sakura.example").Select(u => u.UserId).SingleAsync());
        var page = await admin.PageAsync($"/admin/users/{id}");
        Assert.Equal(2, page.QuerySelectorAll("[aria-labelledby=sessions] tbody tr").Length);
        (await admin.SendAsync($"/admin/users/{id}", [], "handler=EndSession")).Dispose();
        Assert.Single(new[] { await one.IsSignedInAsync(), await other.IsSignedInAsync() }, isSignedIn => isSignedIn);
        // A session of somebody else's is not ended under this user's name.
        var own = await SessionTests.ReadAsync(site, db => db.Set<Zaitaku.Members.Sessions.UserSession>().Where(s => s.UserId != id).Select(s => s.SessionId).FirstAsync());
        using var foreign = await admin.PostAsync($"/admin/users/{id}?handler=EndSession", new() { ["session"] = own });
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.True(await admin.IsSignedInAsync());
    }

    /// <returns>The address in the mail, without the host.</returns>
    private static async Task<string> AskAsync(RunningSite site, Person person, string email)
    {
        using var answer = await person.SendAsync("/account/email", new() { ["Email"] = email });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return LinkIn(await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().Where(m => m.To == email).OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync()));
    }

    private static string LinkIn(string body) => new Uri(Regex.Match(body, "https://zaitaku.example/\\S+").Value).PathAndQuery;

    private static Task<string> EmailAsync(RunningSite site) =>
        SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.UserName.StartsWith("桜井")).Select(u => u.EmailKey).SingleAsync());
}
