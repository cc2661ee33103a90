using Zaitaku.Testing;

namespace Zaitaku.Site.Tests;

public sealed class SmokeTests
{
    [Theory, EachEngine]
    public async Task A_fresh_site_shows_the_guidebook(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var page = await site.PageAsync("/guides/acp/who-comes");
        Assert.Equal("だれが家に来て、何をしてくれるのか", page.QuerySelector("h1")?.TextContent.Trim());
    }
}
