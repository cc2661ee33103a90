using Microsoft.AspNetCore.Http;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Modules;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Rendering;

/// <summary>What every page of this request needs to know of the site.</summary>
public sealed record SiteView(SiteSettings Settings, Theme Theme)
{
    /// <summary>The site's name, or a plain stand-in before set-up.</summary>
    public string Name => Settings.SiteName ?? "Zaitaku";
}

/// <summary>Reads the site's settings and theme once for a request.</summary>
internal sealed class SiteViewMiddleware(RequestDelegate next, SiteDocuments documents, IEnumerable<Theme> themes)
{
    private readonly List<Theme> themes = [.. themes];

    public async Task InvokeAsync(HttpContext context)
    {
        var settings = await documents.GetAsync<SiteSettings>(context.RequestAborted);
        var active = await documents.GetAsync<SiteThemes>(context.RequestAborted);
        context.Features.Set(new SiteView(settings, themes.Find(t => t.Id == active.Site) ?? themes[0]));
        await next(context);
    }
}
