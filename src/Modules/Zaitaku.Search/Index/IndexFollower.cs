using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Search.Files;

namespace Zaitaku.Search.Index;

/// <summary>
/// Writes the index in the transaction that changes what it describes, into the generation that answers and into the one being built, if any.
/// </summary>
public sealed class IndexFollower(SiteDb db, PageMaker pages, ISearchEngine engine, SearchStatistics statistics, BuilderBell bell, TimeProvider clock) : ContentFollower
{
    public override async Task FollowAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel)
    {
        var generation = await db.Set<SearchGeneration>().SingleOrDefaultAsync(cancel);
        // An index that was never built is built when the site starts.
        if (generation is null or { Analysis: 0 }) return;
        var ids = await WithContainedAsync(contentItemIds, cancel);
        var made = await pages.OfAsync(ids, cancel);
        var writer = new DocumentWriter(db, engine);
        foreach (var number in generation.Building is { } building ? (int[])[generation.Current, building] : [generation.Current])
        {
            await writer.RemoveAsync(ids, number, cancel);
            await writer.PutAsync(made, number, cancel);
        }

        generation.ChangedUtc = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        db.AfterCommit(statistics.Forget);
        if (await FileShelf.Unread(db, ids).AnyAsync(cancel)) db.AfterCommit(bell.Ring);
    }

    /// <summary>What a container says of itself, such as whether it is published, its contents' entries may depend on.</summary>
    private async Task<List<string>> WithContainedAsync(IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var contained = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().Where(row => row.Published && ids.Contains(row.ListContentItemId))
            .Select(row => row.ContentItemId).ToListAsync(cancel);
        return [.. ids.Union(contained, StringComparer.Ordinal)];
    }
}
