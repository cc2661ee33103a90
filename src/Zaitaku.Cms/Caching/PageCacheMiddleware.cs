using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Caching;

/// <summary>
/// Serves anonymous pages that have been rendered before. It stands before routing, so that a hit costs a look-up and a write.
/// Whoever carries a sign-in cookie goes past it: what is kept is only ever the public's view.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, SiteCache cache, PageCacheSettings settings, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!settings.Enabled || KeyOf(context) is not { } key) return next(context);
        if (cache.Find<CachedPage>(key) is { } page && page.HoldsAt(clock.GetUtcNow())) return page.WriteAsync(context);
        context.Features.Set(new PageToKeep(key, cache.Now, settings.IsNumbered(context.Request.QueryString.Value ?? "")));
        return next(context);
    }

    /// <summary>The name a page is kept under, or null when this request is not one for the cache.</summary>
    private string? KeyOf(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        if (settings.PrivateCookie is { } cookie && request.Headers.Cookie.ToString().Contains(cookie, StringComparison.Ordinal)) return null;
        if (request.Headers.ContainsKey("Authorization")) return null;
        // Any number of slashes leads to the same page: only its one address is kept.
        if (request.Path.Value is { Length: > 1 } path && path.EndsWith('/')) return null;
        // And some pages answer whatever the letters' case: the many ways to write one address are not kept each.
        if (request.Path.Value.AsSpan().ContainsAnyInRange('A', 'Z')) return null;
        var query = request.QueryString.Value ?? "";
        if (query.Length > 0 && !settings.Queries.Contains(query) && !settings.IsNumbered(query)) return null;
        // Pages answered over TLS carry one header more.
        return query.Length == 0 && !request.IsHttps ? request.Path.Value : $"{request.Scheme}:{request.Path.Value}{query}";
    }
}

/// <summary>A page that was not in the cache, and the moment its making began.</summary>
/// <param name="IsNumbered">Whether it is asked for by a number: then it is kept only if it says that it is one of so many.</param>
internal sealed record PageToKeep(string Key, long Since, bool IsNumbered);

/// <summary>Keeps what a page rendered. It stands after routing, so that files and streams are never held in memory.</summary>
public sealed class PageKeepingMiddleware(RequestDelegate next, SiteCache cache)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<PageToKeep>() is { } page && HttpMethods.IsGet(context.Request.Method) &&
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            ? RenderAsync(context, page)
            : next(context);

    private async Task RenderAsync(HttpContext context, PageToKeep kept)
    {
        var visible = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = visible;
        }

        if (MayKeep(context, kept))
        {
            var tags = context.RequestServices.GetRequiredService<PageTags>();
            var page = new CachedPage(context.Response.Headers, buffer.ToArray(), tags.Until);
            cache.Keep(kept.Key, page, tags.All, kept.Since, page.Weight);
            await page.WriteAsync(context);
            return;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(visible, context.RequestAborted);
    }

    private static bool MayKeep(HttpContext context, PageToKeep kept) =>
        context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie) &&
        // A page that says so itself, as those with an anti-forgery token do.
        !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal) &&
        context.RequestServices.GetRequiredService<PageTags>() is { MayKeep: true } tags && (tags.IsOfItsNumber || !kept.IsNumbered) && context.RequestServices.GetRequiredService<Viewer>() == Viewer.Anonymous;
}

/// <summary>What may be kept: section <c>PageCache</c> of the settings.</summary>
public sealed class PageCacheSettings
{
    public bool Enabled { get; set; } = true;

    /// <summary>Part of the name of the cookie that makes a visitor known: the whole name differs between TLS and a developer's machine.</summary>
    public string? PrivateCookie { get; set; } = "Zaitaku-Session";

    /// <summary>Whole query strings that make a page of their own. Any other query is answered afresh and not kept, so nobody can fill the cache.</summary>
    public ISet<string> Queries { get; } = new HashSet<string>(StringComparer.Ordinal) { "?furigana=on" };

    /// <summary>Beginnings of query strings that a number ends, as <c>?since=</c>. A page asked for in this way is kept only when it says so (<see cref="PageTags.OfItsNumber"/>).</summary>
    public ISet<string> Numbered { get; } = new HashSet<string>(StringComparer.Ordinal) { "?since=" };

    /// <summary>Whether this is one of them with a number as it is written once: no zero before it, no sign.</summary>
    public bool IsNumbered(string query) => Numbered.Any(begun =>
        query.StartsWith(begun, StringComparison.Ordinal) && query.AsSpan(begun.Length) is { Length: > 0 and <= 6 } number && number[0] != '0' && !number.ContainsAnyExceptInRange('0', '9'));
}
