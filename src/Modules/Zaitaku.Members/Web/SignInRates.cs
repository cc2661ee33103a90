using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Members.Web;

/// <summary>How often one address may try to sign in. Reading the form is free.</summary>
internal static class SignInRates
{
    public const string Policy = "sign-in";

    public static void AddSignInRates(this IServiceCollection services) =>
        services.AddOptions<RateLimiterOptions>().Configure<MembersSettings>((limiter, settings) => limiter.AddPolicy(Policy, context =>
            HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("")));
}
