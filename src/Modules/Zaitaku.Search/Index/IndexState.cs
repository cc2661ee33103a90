using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Index;

/// <summary>How the index stands.</summary>
/// <param name="Pages">Pages in it.</param>
/// <param name="Sections">Sections of them.</param>
/// <param name="Behind">Published pages whose version is not in it: always none, unless somebody wrote past the site.</param>
/// <param name="Bytes">On disk.</param>
public sealed record IndexState(int Pages, int Sections, int Behind, long Bytes, DateTime? ChangedUtc, DateTime? BuiltUtc, bool IsBuilding)
{
    /// <summary>Of more than this that are missing, nobody asks each whether it has a page.</summary>
    private const int MostAsked = 200;

    public static async Task<IndexState> OfAsync(SiteDb db, ISearchEngine engine, PageMaker pages, CancellationToken cancel)
    {
        var generation = await db.Set<SearchGeneration>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? new SearchGeneration();
        var documents = db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Generation == generation.Current);
        return new IndexState(
            await documents.Select(d => d.Owner).Distinct().CountAsync(cancel), await documents.CountAsync(cancel), await BehindAsync(db, pages, generation.Current, cancel), await engine.SizeAsync(cancel),
            generation.ChangedUtc, generation.BuiltUtc, generation.Building is not null || generation.Analysis != SearchKeeper.Analysis);
    }

    /// <summary>Pages of which the index knows nothing, or what is no longer so. Items that have no page of their own are none of them.</summary>
    public static async Task<int> BehindAsync(SiteDb db, PageMaker pages, int generation, CancellationToken cancel)
    {
        var types = pages.ContentTypes.ToList();
        var documents = db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Generation == generation);
        var published = db.Content.IgnoreQueryFilters().Where(i => i.Published && types.Contains(i.ContentType));
        var stale = await documents.Where(d => !published.Any(i => i.ContentItemId == d.Owner && i.ContentItemVersionId == d.Version)).Select(d => d.Owner).Distinct().CountAsync(cancel);
        var missing = await published.Where(i => !documents.Any(d => d.Owner == i.ContentItemId)).Select(i => i.ContentItemId).ToListAsync(cancel);
        var asked = await pages.OfAsync([.. missing.Take(MostAsked)], cancel);
        return stale + missing.Count - asked.Count(page => page.Entries.Count == 0);
    }
}
