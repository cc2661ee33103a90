using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Mail;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Members;

/// <summary>A forgotten password, and the outbox that carries the link.</summary>
public sealed class ResetTests
{
    private const string NewPassword = "tsuki ga kirei desu ne";

    /// <summary>A mail server that is not there: what is put into the outbox stays in it.</summary>
    private static readonly Dictionary<string, string> Mailing = new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = "9",
        ["Mail:From"] = "center@sakura.example",
        ["Zaitaku:BaseUrl"] = "https://zaitaku.example",
        ["Members:SignInsPerMinute"] = "1000",
    };

    [Theory, EachEngine]
    public async Task A_link_for_a_forgotten_password_is_no_way_round_the_second_factor(Engine engine)
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(engine, Mailing, services => services.AddSingleton<TimeProvider>(clock));
        using var editor = await Person.SignedInAsync(site, "editor");
        await SecondFactorTests.RegisterAsync(editor, clock);
        using var finder = new Person(site);
        (await finder.GetAsync(await AskAsync(site, finder, "editor@sakura.example"))).Dispose();
        using var set = await finder.SendAsync("/account/set-password", new() { ["Password"] = NewPassword, ["Repeated"] = NewPassword });
        Assert.Equal("/account/second-step", set.Headers.Location?.OriginalString);
        Assert.False(await finder.IsSignedInAsync());
        Assert.False(await editor.IsSignedInAsync());
    }

    [Fact]
    public async Task The_link_comes_from_the_settings_runs_out_in_an_hour_and_only_the_last_is_good()
    {
        var clock = new TestClock();
        await using var site = await RunningSite.StartAsync(settings: Mailing, services: services => services.AddSingleton<TimeProvider>(clock));
        using var person = new Person(site);
        var first = await AskAsync(site, person, "editor@sakura.example");
        var second = await AskAsync(site, person, "editor@sakura.example");
        (await person.GetAsync(first)).Dispose();
        Assert.Equal(HttpStatusCode.Gone, await person.StatusAsync("/account/set-password"));
        (await person.GetAsync(second)).Dispose();
        Assert.Equal(HttpStatusCode.OK, await person.StatusAsync("/account/set-password"));
        clock.Now += TimeSpan.FromMinutes(61);
        Assert.Equal(HttpStatusCode.Gone, await person.StatusAsync("/account/set-password"));
    }

    [Fact]
    public async Task Nobody_is_told_whether_there_is_such_an_account()
    {
        await using var site = await RunningSite.StartAsync(settings: Mailing);
        using var person = new Person(site);
        List<string> answers = [];
        foreach (var email in new[] { "editor@sakura.example", "nobody@sakura.example" })
        {
            using var answer = await person.SendAsync("/account/forgot", new() { ["Email"] = email });
            answers.Add((await Person.DocumentAsync(answer)).QuerySelector("main")!.TextContent);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal("editor@sakura.example", await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().Select(m => m.To).SingleAsync()));
    }

    [Fact]
    public async Task A_mail_that_nobody_takes_stays_and_is_tried_later()
    {
        await using var site = await RunningSite.StartAsync(settings: Mailing);
        using var person = new Person(site);
        await AskAsync(site, person, "editor@sakura.example");
        OutboxMessage tried;
        var until = DateTime.UtcNow.AddSeconds(20);
        do
        {
            await Task.Delay(100);
            tried = await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
        }
        while (tried.Error is null && DateTime.UtcNow < until);

        Assert.NotNull(tried.Error);
        Assert.Null(tried.SentUtc);
        Assert.Equal(1, tried.Tries);
        Assert.True(tried.DueUtc > tried.CreatedUtc);
        Assert.Contains("https://zaitaku.example/account/link?key=", tried.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a@b.example\r\nBcc: x@evil.test", "件名"), InlineData("a@b.example, c@d.example", "件名"), InlineData("a@b.example", "件名\r\nBcc: x@evil.test"), InlineData("名 <a@b.example>", "件名")]
    public async Task Nobody_writes_headers_of_a_mail(string to, string subject)
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await using var scope = site.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<ArgumentException>(() => scope.ServiceProvider.GetRequiredService<Outbox>().PutAsync(to, subject, "本文"));
    }

    /// <returns>The address in the newest mail, without the host.</returns>
    private static async Task<string> AskAsync(RunningSite site, Person person, string email)
    {
        using var answer = await person.SendAsync("/account/forgot", new() { ["Email"] = email });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await SessionTests.ReadAsync(site, db => db.Set<OutboxMessage>().OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        return new Uri(Regex.Match(body, "https://zaitaku.example/\\S+").Value).PathAndQuery;
    }
}
