using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Migrations;

public sealed class TwoProcessesTests
{
    [Theory, EachEngine]
    public async Task Two_processes_starting_at_once_on_one_empty_database_both_come_up(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("zaitaku-two-");
        await using var database = new TestDatabase(engine, folder.FullName);
        await database.CreateAsync();
        using (var one = SiteProcess.Start(engine, database.ConnectionString, folder.FullName))
        using (var two = SiteProcess.Start(engine, database.ConnectionString, folder.FullName))
        using (var visitor = new HttpClient())
        {
            foreach (var address in await Task.WhenAll(one.AddressAsync(), two.AddressAsync()))
            {
                using var answer = await visitor.GetAsync(address + "/guides/acp/who-comes");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                // Outside development too, styles are found where they were built.
                using var style = await visitor.GetAsync(address + "/assets/site.css");
                Assert.NotEmpty(await style.Content.ReadAsStringAsync());
                Assert.True(style.Headers.Contains("Content-Security-Policy"));
            }
        }

        var options = new DbContextOptionsBuilder();
        database.Configure(options);
        await using var db = new DbContext(options.Options);
        var ids = await db.Database.SqlQueryRaw<string>("""SELECT "ContentItemId" FROM "ContentItem" WHERE "Latest" """).ToListAsync();
        Assert.True(ids.Count > 100);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
