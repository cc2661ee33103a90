using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>What is shown besides the password, outside Development: nobody enters the workplace without it.</summary>
public sealed class SecondFactorTests
{
    private static readonly Dictionary<string, string> Strict = new() { ["Members:SecondFactorForStaff"] = "true", ["Members:SignInsPerMinute"] = "1000" };

    [Theory, EachEngine]
    public async Task Staff_without_a_second_factor_get_no_further_than_registering_one(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, Strict, services => services.AddSingleton<TimeProvider>(clock));
        using var admin = new Person(site);
        using var first = await admin.SignInAsync("admin@sakura.example", Person.Password);
        Assert.Equal("/account/second-factor", first.Headers.Location?.OriginalString);
        using var turned = await admin.GetAsync("/admin/users");
        Assert.Equal("/account/second-factor", turned.Headers.Location?.OriginalString);

        var (_, codes) = await RegisterAsync(admin, clock);
        Assert.Equal(8, codes.Count);
        Assert.All(codes, code => Assert.Matches("^([0-9a-z]{4}-){5}[0-9a-z]{4}$", code));
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/admin/users"));
        var hashes = await SessionTests.ReadAsync(site, db => db.Set<RecoveryCode>().Select(c => c.CodeHash).ToListAsync());
        Assert.Equal(8, hashes.Count);
        Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), hashes));

        using var professional = new Person(site);
        using var open = await professional.SignInAsync("professional@sakura.example", Person.Password);
        Assert.Equal("/", open.Headers.Location?.OriginalString);
    }

    [Theory, EachEngine]
    public async Task A_code_is_taken_once_and_only_for_its_half_minute(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, Strict, services => services.AddSingleton<TimeProvider>(clock));
        using var person = new Person(site);
        (await person.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        var (key, _) = await RegisterAsync(person, clock);

        using var here = new Person(site);
        using var there = new Person(site);
        using var asked = await here.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal("/account/second-step", asked.Headers.Location?.OriginalString);
        Assert.Null(here.SessionCookie);
        (await there.SignInAsync("editor@sakura.example", Person.Password)).Dispose();

        clock.Now += TimeSpan.FromMinutes(5);
        var code = Totp.Code(key, Totp.StepAt(clock.Now));
        using var old = await here.SendAsync("/account/second-step", new() { ["Code"] = Totp.Code(key, Totp.StepAt(clock.Now) - 2) });
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        using var right = await here.SendAsync("/account/second-step", new() { ["Code"] = " " + code[..3] + " " + code[3..] });
        Assert.Equal("/admin", right.Headers.Location?.OriginalString);
        using var again = await there.SendAsync("/account/second-step", new() { ["Code"] = code });
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Null(there.SessionCookie);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Strict, services: services => services.AddSingleton<TimeProvider>(clock));
        using var person = new Person(site);
        (await person.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        var (_, codes) = await RegisterAsync(person, clock);
        foreach (var expected in new[] { HttpStatusCode.Redirect, HttpStatusCode.BadRequest })
        {
            using var lost = new Person(site);
            (await lost.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
            using var answer = await lost.SendAsync("/account/second-step", new() { ["Code"] = codes[0].ToUpperInvariant() });
            Assert.Equal(expected, answer.StatusCode);
        }

        using var another = new Person(site);
        (await another.SignInAsync("coordinator@sakura.example", Person.Password)).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await another.StatusAsync("/account/second-step"));
    }

    [Fact]
    public async Task Codes_cannot_be_guessed()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Strict, services: services => services.AddSingleton<TimeProvider>(clock));
        using var person = new Person(site);
        (await person.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        var (key, _) = await RegisterAsync(person, clock);
        using var guesser = new Person(site);
        (await guesser.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        clock.Now += TimeSpan.FromMinutes(2);
        for (var tries = 0; tries < 5; tries++) (await guesser.SendAsync("/account/second-step", new() { ["Code"] = $"00000{tries}" })).Dispose();
        // The ticket is used up, and the account rests: also for the right code of another sign-in.
        Assert.Equal(HttpStatusCode.Redirect, await guesser.StatusAsync("/account/second-step"));
        using var refused = await guesser.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        clock.Now += TimeSpan.FromMinutes(2);
        (await guesser.SignInAsync("editor@sakura.example", Person.Password)).Dispose();
        using var right = await guesser.SendAsync("/account/second-step", new() { ["Code"] = Totp.Code(key, Totp.StepAt(clock.Now)) });
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Changing_a_factor_asks_for_the_password_when_it_was_long_ago_and_ends_other_sessions()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        using var here = await Person.SignedInAsync(site, "editor");
        using var there = await Person.SignedInAsync(site, "editor");
        clock.Now += TimeSpan.FromMinutes(16);
        using var asked = await here.GetAsync("/account/second-factor/app");
        Assert.StartsWith("/account/prove?ReturnUrl=", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var wrong = await here.SendAsync(asked.Headers.Location!.OriginalString, new() { ["Password"] = "wrong" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var proved = await here.SendAsync(asked.Headers.Location!.OriginalString, new() { ["Password"] = Person.Password });
        Assert.Equal("/account/second-factor/app", proved.Headers.Location?.OriginalString);
        await RegisterAsync(here, clock);
        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        (await here.SendAsync("/account/second-factor", [], "handler=RemoveApp")).Dispose();
        Assert.Null(await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey.StartsWith("editor")).Select(u => u.TotpKey).SingleAsync()));
    }

    [Fact]
    public async Task The_key_lies_encrypted_in_the_database()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        using var person = await Person.SignedInAsync(site, "editor");
        var (key, _) = await RegisterAsync(person, clock);
        var kept = await SessionTests.ReadAsync(site, db => db.Set<User>().Where(u => u.EmailKey.StartsWith("editor")).Select(u => u.TotpKey).SingleAsync());
        Assert.NotNull(kept);
        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
    }

    /// <summary>RFC 6238, appendix B, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1111111111, "050471"), InlineData(1234567890, "005924"), InlineData(2000000000, "279037"), InlineData(20000000000, "353130")]
    public void The_digits_are_those_of_the_standard(long seconds, string digits) =>
        Assert.Equal(digits, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Keys_are_160_random_bits_in_the_letters_of_apps() =>
        Assert.All(Enumerable.Range(0, 100).Select(_ => Totp.NewKey()), key => Assert.Matches("^[A-Z2-7]{32}$", key));

    /// <summary>Registers an app as a person would: reads the key from the page, types what the app shows, writes the codes down.</summary>
    internal static async Task<(string Key, IReadOnlyList<string> Codes)> RegisterAsync(Person person, TimeProvider clock)
    {
        var page = await person.PageAsync("/account/second-factor/app");
        Assert.StartsWith("data:image/png;base64,", page.QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var key = Regex.Replace(page.QuerySelector("details code")!.TextContent, @"\s", "");
        var form = page.QuerySelectorAll<IHtmlInputElement>("main form input[name]").GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
        form["Code"] = Totp.Code(key, Totp.StepAt(clock.GetUtcNow()));
        using var answer = await person.PostAsync("/account/second-factor/app", form, token: false);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await Person.DocumentAsync(answer);
        Assert.StartsWith("回復コード", shown.Title, StringComparison.Ordinal);
        return (key, [.. shown.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }
}
