using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Index;

/// <summary>
/// Builds the index anew beside the one that answers, a few items at a time so that editors can publish meanwhile, and changes over at the end.
/// What is published while it is built goes into both.
/// </summary>
public sealed class SearchKeeper(SiteDb db, PageMaker pages, ISearchEngine engine, SearchStatistics statistics, BuilderBell bell, TimeProvider clock)
{
    /// <summary>How texts are cut and what is kept of them. Another number builds every site's index anew when it starts.</summary>
    public const int Analysis = 2;

    /// <summary>An index that answers, and is to be built anew.</summary>
    private const int Outdated = -1;

    private const int Batch = 100;

    /// <summary>Builds the index when this database has none, or one of another analysis.</summary>
    public async Task EnsureAsync(CancellationToken cancel = default)
    {
        if (await db.Set<SearchGeneration>().AsNoTracking().SingleOrDefaultAsync(cancel) is not { Analysis: Analysis }) await RebuildAsync(cancel);
    }

    /// <summary>Within a running write: has the index built anew in the background once the write is durable, while the present one answers.</summary>
    public async Task AskAsync(CancellationToken cancel = default)
    {
        await db.Set<SearchGeneration>().Where(g => g.Analysis > 0).ExecuteUpdateAsync(set => set.SetProperty(g => g.Analysis, Outdated), cancel);
        db.AfterCommit(bell.Ring);
    }

    /// <returns>How many pages the new index has; null when another rebuilding has begun meanwhile and goes on instead.</returns>
    public async Task<int?> RebuildAsync(CancellationToken cancel = default)
    {
        var building = await db.WriteAsync(() => BeginAsync(cancel), cancel);
        var (count, last) = (0, 0L);
        while (true)
        {
            var from = last;
            if (await db.WriteAsync(() => AddAsync(building, from, cancel), cancel) is not { } step) return null;
            if (step.Count == 0) break;
            (count, last) = (count + step.Count, step.Last);
        }

        if (!await db.WriteAsync(() => ChangeOverAsync(building, cancel), cancel)) return null;
        await CleanAsync(cancel);
        statistics.Forget();
        return count;
    }

    private async Task<int> BeginAsync(CancellationToken cancel)
    {
        var generation = await db.Set<SearchGeneration>().SingleOrDefaultAsync(cancel) ?? db.Add(new SearchGeneration { Id = 1, Current = 1 }).Entity;
        generation.Building = Math.Max(generation.Current, generation.Building ?? 0) + 1;
        await db.SaveChangesAsync(cancel);
        return generation.Building.Value;
    }

    /// <summary>Adds the next few items; null when this building has been overtaken by another.</summary>
    private async Task<(int Count, long Last)?> AddAsync(int building, long last, CancellationToken cancel)
    {
        if (!await db.Set<SearchGeneration>().AnyAsync(g => g.Building == building, cancel)) return null;
        var types = pages.ContentTypes.ToList();
        var items = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.Id > last && i.Published && types.Contains(i.ContentType))
            .OrderBy(i => i.Id).Take(Batch).ToListAsync(cancel);
        var made = new List<SearchPage>();
        foreach (var item in items) made.Add(await pages.OfAsync(item, cancel));
        var writer = new DocumentWriter(db, engine);
        await writer.RemoveAsync([.. made.Select(page => page.Owner)], building, cancel);
        await writer.PutAsync(made, building, cancel);
        return (items.Count, items.Count == 0 ? last : items[^1].Id);
    }

    private async Task<bool> ChangeOverAsync(int building, CancellationToken cancel)
    {
        if (await db.Set<SearchGeneration>().FirstOrDefaultAsync(g => g.Building == building, cancel) is not { } generation) return false;
        (generation.Current, generation.Building, generation.Analysis) = (building, null, Analysis);
        generation.BuiltUtc = generation.ChangedUtc = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Takes what earlier generations left away, a few documents at a time.</summary>
    private async Task CleanAsync(CancellationToken cancel)
    {
        var writer = new DocumentWriter(db, engine);
        while (await db.WriteAsync(async () =>
        {
            var kept = await db.Set<SearchGeneration>().AsNoTracking().SingleAsync(cancel);
            var old = await db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Generation != kept.Current && d.Generation != kept.Building)
                .OrderBy(d => d.Id).Take(500).Select(d => d.Id).ToListAsync(cancel);
            await writer.RemoveAsync(old, cancel);
            return old.Count;
        }, cancel) > 0)
        {
        }

        await engine.SettleAsync(cancel);
    }
}
