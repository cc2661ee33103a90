using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Zaitaku.Cms.Caching;

namespace Zaitaku.Cms.Web;

/// <summary>Headers that every response carries, whatever made it. Whatever makes it may say something narrower, and nothing less.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly KeyValuePair<string, StringValues>[] All =
    [
        new(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy.Default),
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), browsing-topics=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new(HeaderNames.XFrameOptions, "DENY"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        Put(context.Response.Headers);
        // Again at the last moment: an answer may have been begun anew in between.
        context.Response.OnStarting(static state =>
        {
            Put(((HttpResponse)state).Headers);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }

    private static void Put(IHeaderDictionary headers)
    {
        foreach (var (name, value) in All) headers.TryAdd(name, value);
    }
}

/// <summary>
/// What a page may load and where it may send. Pages hold no inline script or style, so most need no nonce and can be kept in the cache;
/// one that does asks for a nonce and is then rendered for each visitor.
/// </summary>
public static class ContentSecurityPolicy
{
    private const string Common = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; " +
        "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; ";

    public const string Default = Common + "script-src 'self'; connect-src 'self'; form-action 'self'";

    /// <summary>For a page whose contents must not leave the device: the browser itself refuses every request and every form.</summary>
    public const string NothingLeaves = Common + "script-src 'self'; connect-src 'none'; form-action 'none'";

    /// <summary>Allows one inline script by a fresh nonce, and keeps the page out of the cache.</summary>
    /// <returns>The nonce: 128 random bits, base 64.</returns>
    public static string Nonce(HttpContext context, PageTags tags)
    {
        tags.Never();
        var nonce = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy = Common + $"script-src 'self' 'nonce-{nonce}'; connect-src 'self'; form-action 'self'";
        return nonce;
    }
}
