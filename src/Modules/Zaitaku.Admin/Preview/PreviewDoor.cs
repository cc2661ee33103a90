using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
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
using Zaitaku.Cms.Rendering;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Preview;

/// <summary>
/// Shows a version as if it were published: it is published inside a transaction that is never kept, the site answers the item's address from
/// within, and everything is undone (decisions 0014 and 0018). Nothing of it meets the cache. What is not for everyone is shown to those who have
/// signed in and may read it, whoever has the link.
/// </summary>
internal sealed class PreviewDoor : IStartupFilter
{
    private const string Prefix = "/preview/";

    /// <summary>On SQLite nobody else writes while the page is made: it is made in this time, or not at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(ServeAsync);
        next(app);
    };

    private static Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        return HttpMethods.IsGet(context.Request.Method) && path.StartsWith(Prefix, StringComparison.Ordinal) ? OpenAsync(context, path, next) : next(context);
    }

    private static async Task OpenAsync(HttpContext context, string path, RequestDelegate next)
    {
        context.Response.OnStarting(() => MarkAsync(context));
        if (context.RequestServices.GetRequiredService<PreviewPasses>().Read(path[Prefix.Length..]) is not var (pass, until)) await next(context);
        else if (pass.Audience == Audience.Public) await ShowAsync(context, pass, until, next);
        else if (await VisitorAsync(context) is not { } visitor) await context.ChallengeAsync();
        else if (visitor.May(PermissionFor(pass.Audience))) await ShowAsync(context, pass, until, next);
        else await next(context);
    }

    /// <summary>Who asks; asked aside, so that the page itself does not know.</summary>
    private static async Task<ClaimsPrincipal?> VisitorAsync(HttpContext context)
    {
        await using var scope = context.RequestServices.CreateAsyncScope();
        var asked = await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(context, scheme: null);
        return asked.Principal is { Identity.IsAuthenticated: true } visitor ? visitor : null;
    }

    /// <summary>The page is made in memory and sent when the transaction is over: a slow reader holds up no writer.</summary>
    private static async Task ShowAsync(HttpContext context, PreviewPass pass, DateTimeOffset until, RequestDelegate next)
    {
        var (body, aborted) = (context.Response.Body, context.RequestAborted);
        using var page = new MemoryStream();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        bound.CancelAfter(Patience);
        (context.Response.Body, context.RequestAborted) = (page, bound.Token);
        context.Features.Set(new PreviewNotice(until.UtcDateTime, pass.AsOf));
        try
        {
            await RehearseAsync(context, pass, next);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (body, aborted);
        }

        if (bound.IsCancellationRequested && !aborted.IsCancellationRequested) await ApologiseAsync(context, next);
        else await body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), aborted);
    }

    private static async Task RehearseAsync(HttpContext context, PreviewPass pass, RequestDelegate next)
    {
        // The page is the readers', whoever looks at it.
        context.Request.Headers.Remove("Cookie");
        context.Request.Headers.Remove("Authorization");
        context.User = ReaderOf(pass.Audience);
        var services = context.RequestServices;
        using (SiteCache.Aside())
        {
            await services.GetRequiredService<SiteDb>().RehearseAsync(async () =>
            {
                if (await PublishAsync(services, pass, context.RequestAborted) is { } address) context.Request.Path = address;
                await next(context);
            }, context.RequestAborted);
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

    private static Task ApologiseAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Clear();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = "/error/503";
        return next(context);
    }

    private static ClaimsPrincipal ReaderOf(Audience audience) =>
        new(new ClaimsIdentity(audience == Audience.Public ? [] : [new Claim(PermissionPolicies.Claim, PermissionFor(audience).Name)]));

    private static Permission PermissionFor(Audience audience) => audience == Audience.Staff ? CmsPermissions.ViewStaffContent : CmsPermissions.ViewProfessionalContent;

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
