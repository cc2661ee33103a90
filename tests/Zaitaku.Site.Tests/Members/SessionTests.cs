using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>A session is a row on the server: what ends it, ends every copy of its cookie at once.</summary>
public sealed class SessionTests
{
    private const string NewPassword = "tsuki ga kirei desu ne";

    [Theory, EachEngine]
    public async Task A_copied_cookie_is_dead_after_signing_out(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        using var editor = await Person.SignedInAsync(site, "editor");
        using var thief = Person.Thief(site, editor.SessionCookie!);
        Assert.True(await thief.IsSignedInAsync());
        using var answer = await editor.SendAsync("/account/sign-out", []);
        Assert.Equal("\"cache\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.False(await editor.IsSignedInAsync());
        Assert.False(await thief.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/account"));
    }

    [Fact]
    public async Task Signing_in_makes_a_new_key_and_ends_the_former_session()
    {
        await using var site = await RunningSite.StartAsync();
        using var editor = await Person.SignedInAsync(site, "editor");
        var former = editor.SessionCookie!;
        (await editor.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        Assert.NotEqual(former, editor.SessionCookie);
        using var thief = Person.Thief(site, former);
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task A_key_that_a_visitor_brings_along_never_becomes_a_session()
    {
        await using var site = await RunningSite.StartAsync();
        var planted = new string('a', 64);
        using var victim = Person.Thief(site, planted);
        (await victim.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        Assert.NotEqual(planted, victim.SessionCookie);
        using var attacker = Person.Thief(site, planted);
        Assert.False(await attacker.IsSignedInAsync());
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_sessions_and_its_sign_in()
    {
        await using var site = await RunningSite.StartAsync();
        using var editor = await Person.SignedInAsync(site, "editor");
        await AlterAsync(site, "editor", user => user.Enabled = false);
        Assert.False(await editor.IsSignedInAsync());
        using var again = await editor.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_keeps_this_one()
    {
        await using var site = await RunningSite.StartAsync();
        using var here = await Person.SignedInAsync(site, "editor");
        using var there = await Person.SignedInAsync(site, "editor");
        using var answer = await here.SendAsync("/account/password", new() { ["Current"] = Person.Password, ["Password"] = NewPassword, ["Repeated"] = NewPassword });
        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        using var old = await there.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using var fresh = await there.SignInAsync("editor@sakura.example", NewPassword);
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
    }

    [Theory, EachEngine]
    public async Task A_session_ends_when_nobody_uses_it_and_after_twelve_hours_in_any_case(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, services: services => services.AddSingleton<TimeProvider>(clock));
        using var idle = await Person.SignedInAsync(site, "editor");
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.False(await idle.IsSignedInAsync());

        using var busy = await Person.SignedInAsync(site, "editor");
        for (var passed = 0; passed < 12 * 60; passed += 25)
        {
            Assert.True(await busy.IsSignedInAsync());
            clock.Now += TimeSpan.FromMinutes(25);
        }

        Assert.False(await busy.IsSignedInAsync());
    }

    [Fact]
    public async Task Users_see_their_sessions_end_one_and_no_one_elses()
    {
        await using var site = await RunningSite.StartAsync();
        using var here = await Person.SignedInAsync(site, "editor");
        using var there = await Person.SignedInAsync(site, "editor");
        using var other = await Person.SignedInAsync(site, "coordinator");
        var page = await here.PageAsync("/account");
        Assert.Equal(2, page.QuerySelectorAll(".own li").Length);
        Assert.Contains("Windows の Chrome", page.QuerySelector(".own li")!.TextContent, StringComparison.Ordinal);

        var others = await ReadAsync(site, db => db.Set<UserSession>().OrderByDescending(s => s.CreatedUtc).Select(s => s.SessionId).FirstAsync());
        using var foreign = await here.PostAsync("/account?handler=End", new() { ["session"] = others });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.True(await other.IsSignedInAsync());

        (await here.SendAsync("/account", [], "handler=End")).Dispose();
        Assert.False(await there.IsSignedInAsync());
        (await here.SendAsync("/account", [], "handler=EndAll")).Dispose();
        Assert.False(await here.IsSignedInAsync());
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task The_table_holds_nothing_that_opens_a_session_and_keys_are_long_and_all_different()
    {
        await using var site = await RunningSite.StartAsync();
        using var editor = await Person.SignedInAsync(site, "editor");
        var row = await ReadAsync(site, db => db.Set<UserSession>().SingleAsync());
        Assert.DoesNotContain(editor.SessionCookie!, new[] { row.KeyHash, row.SessionId, row.Stamp });
        using var thief = Person.Thief(site, row.KeyHash);
        Assert.False(await thief.IsSignedInAsync());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => SecretKey.New()).Where(key => key.Length == 64).Distinct().Count());
    }

    [Theory]
    [InlineData("x"), InlineData("Zaitaku"), InlineData("\"><script>"), InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_cookie_that_was_made_up_is_thrown_away(string cookie)
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Cookie", "Zaitaku-Session=" + Uri.EscapeDataString(cookie));
        using var answer = await site.Visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), header => header.StartsWith("Zaitaku-Session=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_of_signed_in_users_are_kept_by_nobody_and_cached_ones_know_no_one()
    {
        await using var site = await RunningSite.StartAsync();
        using var passer = new Person(site);
        Assert.Null((await passer.PageAsync("/")).QuerySelector(".signed-in"));
        using var editor = await Person.SignedInAsync(site, "editor");
        using var answer = await editor.GetAsync("/");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.NotNull((await Person.DocumentAsync(answer)).QuerySelector(".signed-in"));
        Assert.Null((await passer.PageAsync("/")).QuerySelector(".signed-in"));
    }

    [Theory, EachEngine]
    public async Task What_a_role_may_changes_with_the_next_request(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        using var professional = await Person.SignedInAsync(site, "professional");
        Assert.Equal(HttpStatusCode.Forbidden, await professional.StatusAsync("/admin/users"));
        await WriteAsync(site, async db =>
        {
            var id = await db.Set<User>().Where(u => u.EmailKey == "professional@sakura.example").Select(u => u.UserId).SingleAsync();
            db.Add(new UserRole { UserId = id, Role = "Administrator" });
        });
        Assert.Equal(HttpStatusCode.OK, await professional.StatusAsync("/admin/users"));
    }

    internal static Task AlterAsync(RunningSite site, string name, Action<User> alter) =>
        WriteAsync(site, async db => alter(await db.Set<User>().SingleAsync(u => u.EmailKey == name + "@sakura.example")));

    internal static async Task WriteAsync(RunningSite site, Func<SiteDb, Task> write)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        await db.WriteAsync(async () =>
        {
            await write(db);
            return true;
        });
    }

    internal static async Task<TResult> ReadAsync<TResult>(RunningSite site, Func<SiteDb, Task<TResult>> read)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SiteDb>());
    }
}
