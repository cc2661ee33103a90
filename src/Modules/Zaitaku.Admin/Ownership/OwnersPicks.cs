using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Ownership;

/// <summary>Items that a setting may name: published, and open to everyone, for what the settings name is on every page.</summary>
public sealed class OwnersPicks(SiteDb db)
{
    /// <param name="type">A content type, or <c>*</c> for every page with an address.</param>
    public async Task<List<(string Label, string Value)>> OfAsync(string type, CancellationToken cancel)
    {
        var items = Open.Where(item => item.ContentType == type);
        if (type == "*")
        {
            var routed = db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Published).Select(row => row.ContentItemId);
            items = Open.Where(item => routed.Contains(item.ContentItemId));
        }

        var found = await items.OrderBy(item => item.DisplayText).Select(item => new { item.DisplayText, item.ContentItemId }).ToListAsync(cancel);
        return found.ConvertAll(item => (item.DisplayText ?? item.ContentItemId, item.ContentItemId));
    }

    private IQueryable<ContentItem> Open => db.Content.IgnoreQueryFilters().AsNoTracking().Where(item => item.Published && item.Audience == Audience.Public);
}
