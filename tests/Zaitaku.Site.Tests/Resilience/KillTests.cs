using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Site.Tests.Members;
using Zaitaku.Site.Tests.Migrations;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Resilience;

/// <summary>
/// The site as a process of its own is killed while an editor publishes, again and again. Whatever was acknowledged is there when it is back, and
/// nothing is there by half: item, index rows, record and page agree.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 4;

    [Theory, EachEngine]
    public async Task What_was_acknowledged_is_there_after_a_kill(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("zaitaku-kill-");
        await using var database = new TestDatabase(engine, folder.FullName);
        await database.CreateAsync();
        var (random, tried) = (new Random(), 0);
        Dictionary<string, int> acknowledged = [];
        for (var round = 0; round <= Kills; round++)
        {
            using var site = SiteProcess.Start(engine, database.ConnectionString, folder.FullName, "Development");
            var address = await site.AddressAsync();
            using var editor = await Person.SignedInAsync(address, "editor");
            foreach (var (id, number) in acknowledged) await LookAsync(database, editor, id, number, tried);
            if (round == Kills) break;
            var ids = await TextsAsync(database, """SELECT "ContentItemId" AS "Value" FROM "ContentListing" WHERE "ContentType" = 'Page' AND "Published" ORDER BY "ContentItemId" LIMIT 3""");
            var done = acknowledged.Values.DefaultIfEmpty().Max();
            var publishing = PublishOnAndOnAsync(editor, ids, acknowledged, () => ++tried);
            // Not before something was acknowledged in this round, and then at any moment.
            for (var waited = 0; acknowledged.Values.DefaultIfEmpty().Max() == done && waited < 600; waited++) await Task.Delay(50);
            await Task.Delay(random.Next(20, 900));
            site.Kill();
            await publishing;
        }

        Assert.True(acknowledged.Values.Max() >= Kills, "Hardly anything was published.");
    }

    /// <summary>What is acknowledged outlives the machine too, not the process alone: SQLite waits for the disk at every commit.</summary>
    [Fact]
    public async Task SQLite_waits_for_the_disk()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        Assert.Equal("wal", await PragmaAsync(site, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(site, "synchronous"));
        Assert.Equal("1", await PragmaAsync(site, "foreign_keys"));
    }

    /// <summary>Ends when the site does.</summary>
    private static async Task PublishOnAndOnAsync(Person editor, List<string> ids, Dictionary<string, int> acknowledged, Func<int> next)
    {
        try
        {
            for (var turn = 0; ; turn++)
            {
                var (id, number) = (ids[turn % ids.Count], next());
                var form = Colleague.FormOf(await editor.PageAsync($"/admin/content/{id}"));
                using var answer = await editor.PostAllAsync($"/admin/content/{id}", [.. Colleague.Changed(form, ("TitlePart.Title", $"公開 {number}")), new("act", "publish")]);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                acknowledged[id] = number;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    private static async Task LookAsync(TestDatabase database, Person editor, string id, int acknowledged, int tried)
    {
        var title = Assert.Single(await TextsAsync(database, $"""SELECT "DisplayText" AS "Value" FROM "ContentItem" WHERE "ContentItemId" = '{id}' AND "Published" """));
        Assert.InRange(int.Parse(title.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), acknowledged, tried);
        Assert.Single(await TextsAsync(database, $"""SELECT "DisplayText" AS "Value" FROM "ContentItem" WHERE "ContentItemId" = '{id}' AND "Latest" """));
        // The rows of the lists are of this very version.
        foreach (var table in new[] { "ContentListing", "AutoroutePartIndex" })
        {
            Assert.Equal(
                await TextsAsync(database, $"""SELECT "ContentItemVersionId" AS "Value" FROM "ContentItem" WHERE "ContentItemId" = '{id}' AND "Published" """),
                await TextsAsync(database, $"""SELECT "ContentItemVersionId" AS "Value" FROM "{table}" WHERE "ContentItemId" = '{id}' AND "Published" """));
        }

        // A version has its line in the record, and a line its version.
        var versions = await TextsAsync(database, $"""SELECT "ContentItemVersionId" AS "Value" FROM "ContentItem" WHERE "ContentItemId" = '{id}' AND "DisplayText" LIKE '公開 %' """);
        var lines = await TextsAsync(database, $"""SELECT "Title" AS "Value" FROM "AuditTrailEvent" WHERE "CorrelationId" = '{id}' AND "Name" = 'Published' """);
        Assert.Equal(versions.Count, lines.Count);
        var path = Assert.Single(await TextsAsync(database, $"""SELECT "Path" AS "Value" FROM "AutoroutePartIndex" WHERE "ContentItemId" = '{id}' AND "Published" """));
        Assert.Contains(title, (await editor.PageAsync("/" + path)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<List<string>> TextsAsync(TestDatabase database, string sql)
    {
        var options = new DbContextOptionsBuilder();
        database.Configure(options);
        await using var db = new DbContext(options.Options);
        return await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
    }

    private static Task<string?> PragmaAsync(RunningSite site, string name) => SessionTests.ReadAsync(site, async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are this class's own.
        command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())?.ToString();
    });
}
