using Zaitaku.Emergency.Postings;
using Zaitaku.Site.Tests.Migrations;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Emergency;

/// <summary>What one node puts on the site is seen on the other within a second or two, and nothing has to be told at its end.</summary>
public sealed class TwoNodesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, EachEngine]
    public async Task A_notice_comes_and_goes_on_both_nodes(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("zaitaku-nodes-");
        await using var database = new TestDatabase(engine, folder.FullName);
        await database.CreateAsync();
        using var other = SiteProcess.Start(engine, database.ConnectionString, folder.FullName);
        using var visitor = new HttpClient { BaseAddress = new Uri(await other.AddressAsync()) };
        await using var here = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Database:ConnectionString"] = database.ConnectionString });
        Assert.False(await SeenAsync(visitor));

        var end = DateTime.UtcNow.AddSeconds(8);
        await here.InScopeAsync(async services =>
        {
            Assert.Empty(await services.GetRequiredService<EmergencyDesk>().PostAsync(new PostingWish(EmergencySite.Storm, false, null, end)));
            return 0;
        });
        await UntilAsync(async () => await SeenAsync(visitor) && await SeenAsync(here.Visitor));
        Assert.True(DateTime.UtcNow < end, "The machine is too slow for this test.");
        await Task.Delay(end - DateTime.UtcNow + TimeSpan.FromMilliseconds(50));
        Assert.False(await SeenAsync(visitor));
        Assert.False(await SeenAsync(here.Visitor));
    }

    private static async Task<bool> SeenAsync(HttpClient visitor) => (await visitor.GetStringAsync("/guides")).Contains("class=\"emergency ", StringComparison.Ordinal);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds()) await Task.Delay(100, patience.Token);
    }
}
