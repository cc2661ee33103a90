using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Rendering;

/// <summary>What every page of this request needs to know of the site.</summary>
public sealed record SiteView(SiteSettings Settings, Theme Theme)
{
    /// <summary>The site's name, or a plain stand-in before set-up.</summary>
    public string Name => Settings.SiteName ?? "Zaitaku";
}

/// <summary>Reads the site's settings and theme once for a request; not for the page that says something broke.</summary>
internal sealed class SiteViewMiddleware(RequestDelegate next, SiteDocuments documents, IEnumerable<Theme> themes)
{
    private readonly List<Theme> themes = [.. themes];

    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(context.Features.Get<IExceptionHandlerFeature>() is null ? await ReadAsync(context.RequestAborted) : new SiteView(new SiteSettings(), themes[0]));
        await next(context);
    }

    private async Task<SiteView> ReadAsync(CancellationToken cancel)
    {
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        var active = await documents.GetAsync<SiteThemes>(cancel);
        return new SiteView(settings, themes.Find(t => t.Id == active.Site) ?? themes[0]);
    }
}
