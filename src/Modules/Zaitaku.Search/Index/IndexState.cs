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
    public static async Task<IndexState> OfAsync(SiteDb db, ISearchEngine engine, PageMaker pages, CancellationToken cancel)
    {
        var generation = await db.Set<SearchGeneration>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? new SearchGeneration();
        var documents = db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Generation == generation.Current);
        var types = pages.ContentTypes.ToList();
        var behind = await db.Content.IgnoreQueryFilters().CountAsync(
            i => i.Published && types.Contains(i.ContentType) && !documents.Any(d => d.Owner == i.ContentItemId && d.Version == i.ContentItemVersionId), cancel);
        return new IndexState(
            await documents.Select(d => d.Owner).Distinct().CountAsync(cancel), await documents.CountAsync(cancel), behind, await engine.SizeAsync(cancel),
            generation.ChangedUtc, generation.BuiltUtc, generation.Building is not null || generation.Analysis != SearchKeeper.Analysis);
    }
}
