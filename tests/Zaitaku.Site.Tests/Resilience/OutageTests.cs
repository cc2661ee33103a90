using System.Net;
using Zaitaku.Cms.Caching;
using Zaitaku.Site.Tests.Mails;
using Zaitaku.Site.Tests.Members;

namespace Zaitaku.Site.Tests.Resilience;

/// <summary>PostgreSQL goes away in the middle of requests and comes back: everybody is told to wait, and the site goes on by itself.</summary>
public sealed class OutageTests
{
    [OwnClusterFact]
    public async Task While_the_database_is_away_people_are_told_to_wait_and_then_all_goes_on()
    {
        using var cluster = new OwnCluster();
        using var sink = new MailSink();
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string>(sink.Settings)
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = cluster.ConnectionString,
            ["Members:SignInsPerMinute"] = "1000",
        });
        using var editor = await Person.SignedInAsync(site, "editor");
        // Read twice before: what is in the cache is shown without the database.
        for (var times = 0; times < 2; times++) (await site.Visitor.GetAsync("/guides/acp/who-comes")).Dispose();

        using var asking = new CancellationTokenSource();
        var crowd = Enumerable.Range(0, 4).Select(_ => AskOnAndOnAsync(editor, asking.Token)).ToList();
        await Task.Delay(500);
        cluster.Stop();
        await Task.Delay(500);
        await asking.CancelAsync();
        Assert.Empty((await Task.WhenAll(crowd)).SelectMany(statuses => statuses).Where(status => status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable)));

        foreach (var ask in new Func<Task<HttpResponseMessage>>[]
        {
            () => editor.GetAsync("/account"), () => editor.GetAsync("/admin/content"), () => editor.GetAsync("/nothing-here"), () => editor.PostAsync("/account/sign-out", [], token: false),
            () => site.Visitor.GetAsync("/forms?fresh"), () => site.Visitor.GetAsync("/media/forms/okusuri-card.pdf"), () => site.Visitor.GetAsync("/sitemap.xml?fresh"),
        })
        {
            using var answer = await ask();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
            Assert.Contains("ただいま、つながりにくくなっています", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        // What everybody reads is still there.
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/guides/acp/who-comes")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/health/live")).StatusCode);
        using var health = await site.Visitor.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.DoesNotContain("127.0.0.1", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        cluster.Start();
        await UntilAsync(async () => await editor.StatusAsync("/account") == HttpStatusCode.OK);
        Assert.True(await editor.IsSignedInAsync());
        // The workers are alive too: the watch hears of another node, the outbox sends.
        var cache = site.Services.GetRequiredService<SiteCache>();
        var before = cache.Now;
        await SessionTests.WriteAsync(site, db => Task.FromResult(db.Add(new Eviction { Node = "another", Tag = PageTag.Anything })));
        await UntilAsync(() => Task.FromResult(cache.Now > before));
        (await editor.SendAsync("/account/forgot", new() { ["Email"] = "coordinator@sakura.example" })).Dispose();
        Assert.Equal("coordinator@sakura.example", (await sink.MailsAsync(1)).Single().To);
        using var ready = await site.Visitor.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private static async Task<List<HttpStatusCode>> AskOnAndOnAsync(Person person, CancellationToken stop)
    {
        List<HttpStatusCode> statuses = [];
        while (!stop.IsCancellationRequested) statuses.Add(await person.StatusAsync("/account"));
        return statuses;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var waited = 0; waited < 60; waited++)
        {
            if (await isSo()) return;
            await Task.Delay(500);
        }

        Assert.Fail("The site did not recover within half a minute.");
    }
}
