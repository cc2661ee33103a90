using Microsoft.AspNetCore.Http;
using Zaitaku.Cms.Caching;

namespace Zaitaku.Cms.Web;

/// <summary>Headers that every response carries, whatever made it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy.Default;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        return next(context);
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
