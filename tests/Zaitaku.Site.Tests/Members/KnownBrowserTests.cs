using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Users;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>Strangers can make an account rest. Its owner, with the browser that is always used, comes in all the same.</summary>
public sealed class KnownBrowserTests
{
    private static readonly Dictionary<string, string> Patient = new() { ["Members:SignInsPerMinute"] = "1000", ["Zaitaku:SetupRecipe"] = "" };

    [Theory, EachEngine]
    public async Task A_stranger_who_makes_the_account_rest_keeps_nobody_out_who_was_here_before(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, Patient);
        using var owner = await Person.SignedInAsync(site, "editor");
        (await owner.SendAsync("/account/sign-out", [])).Dispose();
        using var stranger = new Person(site);
        await GuessAsync(stranger, 6);
        using var elsewhere = new Person(site);
        using (var refused = await elsewhere.SignInAsync("editor@sakura.example", Person.Password)) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var welcome = await owner.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        // And it gives the stranger no new tries.
        Assert.Equal(5, (await UserAsync(site)).FailedCount);
        // Nor is the owner kept from changing the password while the account rests.
        using var changed = await owner.SendAsync("/account/password", new() { ["Current"] = Person.Password, ["Password"] = "tsuki ga kirei desu ne", ["Repeated"] = "tsuki ga kirei desu ne" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
    }

    [Fact]
    public async Task A_known_browser_rests_too_after_five_wrong_tries_and_the_account_does_not()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Patient, services: services => services.AddSingleton<TimeProvider>(clock));
        using var owner = await Person.SignedInAsync(site, "editor");
        (await owner.SendAsync("/account/sign-out", [])).Dispose();
        await GuessAsync(owner, 5);
        using (var refused = await owner.SignInAsync("editor@sakura.example", Person.Password)) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, (await UserAsync(site)).FailedCount);
        clock.Now += TimeSpan.FromSeconds(61);
        using var welcome = await owner.SignInAsync("editor@sakura.example", Person.Password);
        Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
    }

    [Fact]
    public async Task A_browser_is_known_to_those_who_signed_in_with_it_and_opens_nothing()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        using var owner = await Person.SignedInAsync(site, "editor");
        var key = owner.Cookies.GetCookies(new Uri(site.Address))["Zaitaku-Browser"]!;
        Assert.True(key.HttpOnly);
        using var thief = new Person(site);
        thief.Cookies.Add(new Uri(site.Address), new Cookie("Zaitaku-Browser", key.Value));
        Assert.False(await thief.IsSignedInAsync());
        // Another's account: what is guessed with this browser counts on the account.
        for (var tries = 0; tries < 5; tries++) (await thief.SignInAsync("admin@sakura.example", "wrong")).Dispose();
        Assert.Equal(5, (await UserAsync(site, "admin")).FailedCount);
        var row = await SessionTests.ReadAsync(site, db => db.Set<KnownBrowser>().SingleAsync());
        Assert.NotEqual(key.Value, row.KeyHash);
    }

    [Fact]
    public async Task A_key_that_was_made_up_is_no_known_browser()
    {
        await using var site = await RunningSite.StartAsync(settings: Patient);
        using (var owner = await Person.SignedInAsync(site, "editor")) Assert.True(await owner.IsSignedInAsync());
        using var stranger = new Person(site);
        foreach (var key in new[] { new string('0', 64), "x", "\"><script>" })
        {
            stranger.Cookies.Add(new Uri(site.Address), new Cookie("Zaitaku-Browser", Uri.EscapeDataString(key)));
            await GuessAsync(stranger, 2);
        }

        Assert.Equal(5, (await UserAsync(site)).FailedCount);
    }

    [Fact]
    public async Task Twenty_browsers_of_a_user_are_remembered_for_half_a_year()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Patient, services: services => services.AddSingleton<TimeProvider>(clock));
        for (var browsers = 0; browsers < 22; browsers++)
        {
            using var person = await Person.SignedInAsync(site, "editor");
            clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal(20, await SessionTests.ReadAsync(site, db => db.Set<KnownBrowser>().CountAsync()));
        clock.Now += TimeSpan.FromDays(181);
        using var late = await Person.SignedInAsync(site, "editor");
        Assert.Equal(1, await SessionTests.ReadAsync(site, db => db.Set<KnownBrowser>().CountAsync()));
    }

    private static async Task GuessAsync(Person person, int times)
    {
        for (var tries = 0; tries < times; tries++) (await person.SignInAsync("editor@sakura.example", "wrong")).Dispose();
    }

    private static Task<User> UserAsync(RunningSite site, string name = "editor") =>
        SessionTests.ReadAsync(site, db => db.Set<User>().AsNoTracking().SingleAsync(u => u.EmailKey == name + "@sakura.example"));
}
