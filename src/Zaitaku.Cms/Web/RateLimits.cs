using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Web;

/// <summary>How often one address may do what costs something. Generous for people, and for offices that share an address.</summary>
public static class RateLimits
{
    /// <summary>Forms that anyone may post.</summary>
    public const string PublicForms = "public-forms";

    private const int PostsPerMinute = 60;

    internal static void AddSiteRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var context = rejected.HttpContext;
            context.Response.Headers.RetryAfter = "60";
            // People get the page of this status; machines are told in their own words.
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                await TypedResults.Problem(StatusText.Of(StatusCodes.Status429TooManyRequests).WhatToDo, statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
        };
        limiter.AddPolicy(PublicForms, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PostsPerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
