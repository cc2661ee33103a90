using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Search.Records;

namespace Zaitaku.Search;

/// <summary>How often one address may search: generous for people, and for offices that share an address.</summary>
public static class SearchLimits
{
    public const string Search = "search";
    public const string Suggest = "search-suggest";

    /// <summary>Typing asks for suggestions at almost every letter.</summary>
    private const int SuggestionsForASearch = 10;

    internal static void AddTo(IServiceCollection services, SearchRecordSettings settings) => services.Configure<RateLimiterOptions>(limiter =>
    {
        limiter.AddPolicy(Search, context => Window(context, settings.PerMinute));
        limiter.AddPolicy(Suggest, context => Window(context, settings.PerMinute * SuggestionsForASearch));
    });

    private static RateLimitPartition<string> Window(HttpContext context, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = Math.Max(1, permits), Window = TimeSpan.FromMinutes(1) });
}
