using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>The door: who comes in, who does not, and how little it says about why.</summary>
public sealed class SignInTests
{
    private static readonly Dictionary<string, string> Patient = new() { ["Members:SignInsPerMinute"] = "1000" };

    /// <summary>Without content: the accounts alone are there.</summary>
    private static readonly Dictionary<string, string> Empty = new(Patient) { ["Zaitaku:SetupRecipe"] = "" };

    [Theory, EachEngine]
    public async Task A_wrong_password_an_unknown_address_and_a_disabled_account_get_the_same_answer(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await SessionTests.AlterAsync(site, "facility", user => user.Enabled = false);
        using var person = new Person(site);
        List<string> answers = [];
        foreach (var (email, password) in new[] { ("editor@sakura.example", "wrong"), ("nobody@sakura.example", "wrong"), ("facility@sakura.example", Person.Password) })
        {
            using var answer = await person.SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await Person.DocumentAsync(answer);
            Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
            Assert.Equal(email, page.QuerySelector("#Email")!.GetAttribute("value"));
            Assert.False(page.QuerySelector("#Password")!.HasAttribute("value"));
            answers.Add(page.QuerySelector("main")!.TextContent);
            Assert.Null(person.SessionCookie);
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Nobody_is_answered_as_slowly_as_somebody()
    {
        await using var site = await RunningSite.StartAsync(settings: Empty);
        using var person = new Person(site);
        var token = await person.TokenAsync();
        var known = new List<double>();
        var unknown = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            // Someone else each time, so that no account rests.
            var names = new[] { "admin", "editor", "coordinator" };
            known.Add(await TimeAsync(person, names[round % 3] + "@sakura.example", token));
            unknown.Add(await TimeAsync(person, $"nobody{round}@sakura.example", token));
        }

        var (somebody, nobody) = (known.Order().ElementAt(4), unknown.Order().ElementAt(4));
        Assert.InRange(nobody, somebody * 0.6, somebody * 1.67);
    }

    [Theory, EachEngine]
    public async Task An_account_rests_after_five_wrong_tries_for_a_while_and_not_for_good(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, Patient, services => services.AddSingleton<TimeProvider>(clock));
        using var person = new Person(site);
        for (var tries = 0; tries < 5; tries++) (await person.SignInAsync("editor@sakura.example", "wrong")).Dispose();
        using var resting = await person.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.BadRequest, resting.StatusCode);
        // Knocking meanwhile makes it no longer.
        for (var tries = 0; tries < 20; tries++) (await person.SignInAsync("editor@sakura.example", "wrong")).Dispose();
        clock.Now += TimeSpan.FromSeconds(61);
        using var awake = await person.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.Redirect, awake.StatusCode);
        Assert.Equal(0, await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey.StartsWith("editor")).Select(u => u.FailedCount).SingleAsync()));
    }

    [Fact]
    public void The_rest_grows_to_a_quarter_of_an_hour_and_no_further()
    {
        var (user, now) = (new User(), new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc));
        List<double> minutes = [];
        for (var tries = 0; tries < 40; tries++)
        {
            Zaitaku.Members.SignIn.Lockout.CountWrong(user, now);
            minutes.Add(user.LockedUntilUtc is { } until ? (until - now).TotalMinutes : 0);
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 15, 15], minutes.Take(10));
        Assert.Equal(15, minutes.Max());
    }

    [Fact]
    public async Task Tries_that_come_all_at_once_are_counted_one_by_one()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        using var person = new Person(site);
        var token = await person.TokenAsync();
        var tries = Enumerable.Range(0, 12).Select(_ => person.PostAsync("/account/sign-in",
            new() { ["Email"] = "editor@sakura.example", ["Password"] = "wrong", ["__RequestVerificationToken"] = token }, token: false));
        foreach (var answer in await Task.WhenAll(tries)) answer.Dispose();
        var user = await SessionTests.ReadAsync(site, db => db.Set<User>().SingleAsync(u => u.EmailKey.StartsWith("editor")));
        Assert.Equal(5, user.FailedCount);
        Assert.NotNull(user.LockedUntilUtc);
    }

    [Fact]
    public async Task One_address_may_try_only_so_often_and_is_told_to_wait()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Members:SignInsPerMinute"] = "3" });
        using var person = new Person(site);
        for (var tries = 0; tries < 3; tries++) (await person.SignInAsync($"nobody{tries}@sakura.example", "wrong")).Dispose();
        using var answer = await person.SignInAsync("nobody@sakura.example", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("1分ほど待って", (await Person.DocumentAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await person.StatusAsync("/account/sign-in"));
    }

    [Fact]
    public async Task A_return_address_elsewhere_is_not_followed()
    {
        string[] addresses = ["//evil.test", "https://evil.test/", "/\\evil.test", "\\\\evil.test", "/\t/evil.test", "javascript:alert(1)", "/account/sign-out", " //evil.test", "/%0d%0aX: y\r\n", ""];
        await using var site = await RunningSite.StartAsync(settings: Empty);
        foreach (var address in addresses) Assert.Equal((address, "/admin"), (address, await SentToAsync(site, address)));
    }

    /// <summary>What stands there came from an address that had been decoded, or from anybody who made up a link.</summary>
    [Fact]
    public async Task A_return_address_in_japanese_is_followed()
    {
        (string Address, string Followed)[] cases =
            [("/がいど/認知症?x=1", "/%E3%81%8C%E3%81%84%E3%81%A9/%E8%AA%8D%E7%9F%A5%E7%97%87?x=1"), ("/\u3000/evil.test", "/%E3%80%80/evil.test"), ("/a b", "/a%20b"), ("/%E8%AA%8D", "/%E8%AA%8D")];
        await using var site = await RunningSite.StartAsync(settings: Empty);
        foreach (var (address, followed) in cases) Assert.Equal((address, followed), (address, await SentToAsync(site, address)));
    }

    private static async Task<string?> SentToAsync(RunningSite site, string returnUrl)
    {
        using var person = new Person(site);
        using var answer = await person.SignInAsync("admin@sakura.example", Person.Password, "/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        return answer.Headers.Location?.OriginalString;
    }

    [Fact]
    public async Task Whoever_was_sent_to_sign_in_comes_back_to_where_they_wanted_to_go()
    {
        await using var site = await RunningSite.StartAsync();
        using var person = new Person(site);
        using var sent = await person.GetAsync("/admin/users?q=%E6%A1%9C");
        Assert.StartsWith("/account/sign-in?ReturnUrl=", sent.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var back = await person.SignInAsync("admin@sakura.example", Person.Password, sent.Headers.Location!.OriginalString);
        Assert.Equal("/admin/users?q=%E6%A1%9C", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        string[] paths =
        [
            "/account/sign-in", "/account/sign-out", "/account/forgot", "/account/set-password", "/account/second-step", "/account/password", "/account/second-factor?handler=RemoveApp",
            "/account?handler=EndAll", "/admin/users/new", "/admin/roles",
        ];
        await using var site = await RunningSite.StartAsync(settings: Empty);
        using var admin = await Person.SignedInAsync(site, "admin");
        using var other = new Person(site);
        foreach (var path in paths)
        {
            foreach (var token in new[] { "", "x", await other.TokenAsync() })
            {
                using var answer = await admin.PostAsync(path, new() { ["__RequestVerificationToken"] = token }, token: false);
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
            }
        }
    }

    private static readonly string[] Hostile =
    [
        "\0", "a\0b@sakura.example", new('a', 10_000), new string('a', 10_000) + "@sakura.example", "editor@sakura.example\r\nBcc: x@evil.test", "' OR 1=1 --", "{{7*7}}", "<script>alert(1)</script>",
        "\u202e@sakura.example", "ｅｄｉｔｏｒ＠ｓａｋｕｒａ．ｅｘａｍｐｌｅ", "%00", "\ufffd",
    ];

    [Fact]
    public async Task Whatever_is_typed_is_answered_with_words()
    {
        var engine = EachEngineAttribute.Postgres is null ? Engine.Sqlite : Engine.PostgreSql;
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string>(Empty) { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "9" });
        using var person = new Person(site);
        foreach (var typed in Hostile)
        {
            foreach (var (path, field) in new[] { ("/account/sign-in", "Email"), ("/account/sign-in", "Password"), ("/account/sign-in", "ReturnUrl"), ("/account/forgot", "Email") })
            {
                var fields = new Dictionary<string, string> { ["Email"] = "editor@sakura.example", ["Password"] = "wrong", [field] = typed };
                using var answer = await person.PostAsync(path, fields);
                Assert.True((int)answer.StatusCode is 200 or 400, $"{path} {field} {typed}: {(int)answer.StatusCode}");
                var page = await Person.DocumentAsync(answer);
                Assert.NotNull(page.QuerySelector("main h1"));
                Assert.Empty(page.QuerySelectorAll("main script"));
            }
        }
    }

    [Fact]
    public async Task Every_sign_in_and_every_refusal_is_written_down_and_never_what_was_typed()
    {
        await using var site = await RunningSite.StartAsync();
        using var person = new Person(site);
        (await person.SignInAsync("my-secret-password", "wrong-secret")).Dispose();
        (await person.SignInAsync("editor@sakura.example", "wrong-secret")).Dispose();
        (await person.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        (await person.SendAsync("/account/sign-out", [])).Dispose();
        var acts = await SessionTests.ReadAsync(site, db => db.Set<AuditTrailEvent>().Where(e => e.Category == "User").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["SignInRefused", "SignInRefused", "SignedIn", "SignedOut"], acts.ConvertAll(act => act.Name));
        Assert.DoesNotContain(acts, act => $"{act.Title}{act.Comment}{act.Data}{act.CorrelationId}{act.UserName}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Password_fields_let_password_books_fill_them_in()
    {
        await using var site = await RunningSite.StartAsync(settings: Empty);
        using var person = await Person.SignedInAsync(site, "editor");
        var signIn = await person.PageAsync("/account/sign-in");
        Assert.Equal("current-password", signIn.QuerySelector("#Password")!.GetAttribute("autocomplete"));
        Assert.Equal("username webauthn", signIn.QuerySelector("#Email")!.GetAttribute("autocomplete"));
        var change = await person.PageAsync("/account/password");
        Assert.All(change.QuerySelectorAll("input[type=password]"), input => Assert.False(input.HasAttribute("onpaste") || input.HasAttribute("maxlength")));
        Assert.Equal("new-password", change.QuerySelector("#Password")!.GetAttribute("autocomplete"));
    }

    private static async Task<double> TimeAsync(Person person, string email, string token)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await person.PostAsync("/account/sign-in", new() { ["Email"] = email, ["Password"] = "wrong-password", ["__RequestVerificationToken"] = token }, token: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return watch.Elapsed.TotalMilliseconds;
    }
}
