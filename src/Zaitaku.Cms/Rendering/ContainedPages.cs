using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Rendering;

/// <summary>A page that a list leads to.</summary>
/// <param name="Path">Without the first slash.</param>
public sealed record ContainedPage(string Title, string Path, DateTime? PublishedUtc);

/// <summary>The published pages in a list, for types that no module has a page for.</summary>
public sealed class ContainedPages(SiteDb db)
{
    private const int Most = 200;

    /// <summary>In the order the editors gave them, the newest first among equals; the first two hundred.</summary>
    public Task<List<ContainedPage>> OfAsync(string listId, CancellationToken cancel) =>
        (from contained in db.Set<ContainedPartIndex>()
         where contained.ListContentItemId == listId && contained.Published
         join route in db.Set<AutoroutePartIndex>() on contained.ContentItemVersionId equals route.ContentItemVersionId
         join item in db.Content on contained.ContentItemVersionId equals item.ContentItemVersionId
         orderby contained.Order, item.CreatedUtc descending
         select new ContainedPage(item.DisplayText ?? "", route.Path, item.PublishedUtc)).Take(Most).ToListAsync(cancel);
}
