using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Routing;

/// <summary>Which Razor page shows items of a type. Types without one are shown part by part.</summary>
public sealed record ContentPage(string ContentType, string Page);

/// <summary>Leads an address to the item that has it, and to the page that shows the item's type.</summary>
internal sealed class AutorouteTransformer(SiteDb db, SiteDocuments documents, IEnumerable<ContentPage> pages) : DynamicRouteValueTransformer
{
    private const string Generic = "/Content/Item";
    public const string NotFound = "/Content/NotFound";

    public override async ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        var path = values["path"] as string ?? "";
        var item = path.Length <= AutoroutePathRule.MaxLength && !path.Contains('\0')
            ? await FindAsync(path.TrimEnd('/'), httpContext.RequestAborted)
            : null;
        if (path.Length == 0) item ??= await HomeAsync(httpContext.RequestAborted);
        if (item is null) return new RouteValueDictionary { ["page"] = NotFound };
        httpContext.Features.Set(item);
        return new RouteValueDictionary { ["page"] = pages.FirstOrDefault(p => p.ContentType == item.ContentType)?.Page ?? Generic };
    }

    /// <summary>The item that the setting <c>HomeRoute</c> names, where none claims the first page for itself: how Orchard Core's recipes say it.</summary>
    private async Task<ContentItem?> HomeAsync(CancellationToken cancel)
    {
        if ((await documents.GetAsync<SiteSettings>(cancel)).HomeItemId is not { } id) return null;
        return await db.Content.AsNoTracking().FirstOrDefaultAsync(i => i.ContentItemId == id && i.Published, cancel);
    }

    private Task<ContentItem?> FindAsync(string path, CancellationToken cancel) =>
        (from route in db.Set<AutoroutePartIndex>()
         where route.Path == path && route.Published
         join item in db.Content on route.ContentItemVersionId equals item.ContentItemVersionId
         select item).AsNoTracking().FirstOrDefaultAsync(cancel);
}
