using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Tests.Data;

public sealed class VersionIndexTests
{
    private const string OfItem = "IX_ContentItem_ContentItemId_Current";
    private const string OfType = "IX_ContentItem_ContentType_Current";

    private static readonly (string Index, Expression<Func<ContentItem, bool>> Question)[] Questions =
    [
        (OfItem, item => item.ContentItemId == "1" && item.Published),
        (OfItem, item => item.ContentItemId == "1" && item.Latest),
        (OfItem, item => item.ContentItemId == "1" && (item.Latest || item.Published)),
        (OfType, item => item.ContentType == "Chapter" && item.Published),
        (OfType, item => item.ContentType == "Chapter" && item.Latest),
    ];

    /// <summary>However often a page was published before: what its readers see is found without reading its history.</summary>
    [Theory, EachEngine]
    public async Task Of_a_long_history_only_the_version_that_is_meant_is_read(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        foreach (var (index, question) in Questions)
            Assert.Contains(index, await site.ReadAsync(db => PlanAsync(db, db.Content.Where(question), engine)), StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(SiteDb db, IQueryable<ContentItem> query, Engine engine)
    {
        await db.Database.OpenConnectionAsync();
        // A table that fits into one block is read whole, whatever its indexes.
        if (engine == Engine.PostgreSql) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        await using var command = query.CreateDbCommand();
        command.CommandText = (engine == Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var plan = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync()) steps.Add(plan.GetString(plan.FieldCount - 1));
        return string.Join('\n', steps);
    }
}
