using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Preview;

/// <summary>
/// Shows a version as if it were published: it is published inside a transaction that is never kept, the site answers the item's address from
/// within, and everything is undone (decision 0014: a plan is a rehearsal). Nothing of it meets the cache.
/// </summary>
internal sealed class PreviewDoor : IStartupFilter
{
    private const string Prefix = "/preview/";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ServeAsync);
        next(app);
    };

    private static Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        return HttpMethods.IsGet(context.Request.Method) && path.StartsWith(Prefix, StringComparison.Ordinal) ? ShowAsync(context, path, next) : next(context);
    }

    private static Task ShowAsync(HttpContext context, string path, RequestDelegate next)
    {
        context.Response.OnStarting(() => MarkAsync(context));
        return context.RequestServices.GetRequiredService<PreviewPasses>().Read(path[Prefix.Length..]) is { } pass ? RehearseAsync(context, pass, next) : next(context);
    }

    private static async Task RehearseAsync(HttpContext context, PreviewPass pass, RequestDelegate next)
    {
        // The page is the readers', whoever looks at it.
        context.Request.Headers.Remove("Cookie");
        context.User = ReaderOf(pass.Audience);
        var services = context.RequestServices;
        var db = services.GetRequiredService<SiteDb>();
        using (SiteCache.Aside())
        {
            await db.WriteAsync(async () =>
            {
                if (await PublishAsync(services, pass, context.RequestAborted) is { } address) context.Request.Path = address;
                await next(context);
                return 0;
            }, keep: _ => false, context.RequestAborted);
        }
    }

    /// <returns>The item's address, or null when it cannot be shown.</returns>
    private static async Task<PathString?> PublishAsync(IServiceProvider services, PreviewPass pass, CancellationToken cancel)
    {
        var (store, desk) = (services.GetRequiredService<ContentStore>(), services.GetRequiredService<Editing.ContentDesk>());
        if (pass.AsOf is { } moment) await services.GetRequiredService<Schedule>().DoAsync(moment, cancel);
        var version = await desk.VersionAsync(pass.ContentItemId, pass.ContentItemVersionId, cancel);
        // A copy is seen in the place of the item it will go into.
        var of = version?.Get<ReplacementPart>()?.Of;
        var latest = await store.LatestAsync(of ?? pass.ContentItemId, cancel);
        if (version is null || latest is null) return null;
        if (pass.AsOf is null || latest.ContentItemVersionId == version.ContentItemVersionId)
        {
            (latest.Data, latest.DisplayText) = (version.Data, version.DisplayText);
            latest.Data.Remove(nameof(ReplacementPart));
            if ((await store.SaveVersionAsync(latest, publish: true, cancel)).Count > 0) return null;
        }

        return new PathString("/" + (latest.Get<AutoroutePart>() is { Disabled: false, SetHomepage: false } route ? route.Path : ""));
    }

    private static ClaimsPrincipal ReaderOf(Audience audience)
    {
        Claim[] claims = audience switch
        {
            Audience.Staff => [new(PermissionPolicies.Claim, CmsPermissions.ViewStaffContent.Name)],
            Audience.Professionals => [new(PermissionPolicies.Claim, CmsPermissions.ViewProfessionalContent.Name)],
            _ => [],
        };
        return new(new ClaimsIdentity(claims));
    }

    /// <summary>A preview is for those who have its link: not for search engines, not to be kept, shown in frames of this site only.</summary>
    private static Task MarkAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}
