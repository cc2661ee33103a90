using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;
using Zaitaku.Search.Index;
using Zaitaku.Search.Ranking;
using Zaitaku.Search.Records;
using Zaitaku.Search.Results;
using Zaitaku.Search.Suggestions;

namespace Zaitaku.Search;

/// <summary>What machines ask: <c>/api/v1/search</c>, <c>/search/suggest</c>, <c>/opensearch.xml</c>.</summary>
internal static class SearchApi
{
    private const int DefaultHits = 10;
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/search", FindAsync).RequireRateLimiting(SearchLimits.Search);
        routes.MapRead("/search/suggest", SuggestAsync).RequireRateLimiting(SearchLimits.Suggest);
        routes.MapRead("/opensearch.xml", DescriptionAsync);
    }

    private static async Task<IResult> FindAsync(
        string? q, string? n, string? kind, HttpResponse response, SearchDesk desk, Viewer viewer, IEnumerable<SearchKind> kinds, CancellationToken cancel)
    {
        Private(response);
        if (string.IsNullOrWhiteSpace(q)) return Refused(SearchText.QueryMissing);
        if (Count(n) is not { } hits) return Refused(SearchText.CountOutside(Chain.Window));
        if (kind is { Length: > 0 } && !kinds.Any(known => known.Name == kind)) return Refused(SearchText.KindUnknown(string.Join(", ", kinds.Select(known => known.Name))));
        var found = await desk.FindAsync(q, new SearchScope(viewer.Audience) { Kind = kind is { Length: > 0 } ? kind : null }, 0, hits, cancel);
        return TypedResults.Json(new
        {
            total = found.Total,
            results = found.Hits.Select(hit => new
            {
                id = hit.Id,
                url = hit.Url,
                title = hit.Title,
                kind = hit.Kind.Name,
                snippet = string.Concat(hit.Snippet.Select(piece => piece.Text)),
                score = Math.Round(hit.Score, 4),
            }),
        });
    }

    private static async Task<IResult> SuggestAsync(string? q, HttpResponse response, Suggester suggester, CancellationToken cancel)
    {
        Private(response);
        return TypedResults.Json(await suggester.OfAsync(q ?? "", cancel));
    }

    private static async Task<IResult> DescriptionAsync(SiteAddress address, SiteDocuments documents, CancellationToken cancel)
    {
        var name = (await documents.GetAsync<SiteSettings>(cancel)).SiteName ?? "";
        var (search, suggest, icon) = (await address.OfAsync("search", cancel), await address.OfAsync("search/suggest", cancel), await address.OfAsync("assets/icon.svg", cancel));
        using var buffer = new MemoryStream();
        await using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = true }))
        {
            await writer.WriteStartElementAsync(null, "OpenSearchDescription", OpenSearch);
            // The standard bounds them: 16 and 1024 letters.
            await writer.WriteElementStringAsync(null, "ShortName", OpenSearch, name.Length <= 16 ? name : name[..16]);
            await writer.WriteElementStringAsync(null, "Description", OpenSearch, SearchText.BoxDescription(name));
            await writer.WriteElementStringAsync(null, "InputEncoding", OpenSearch, "UTF-8");
            await WriteUrlAsync(writer, "text/html", search + "?q={searchTerms}");
            await WriteUrlAsync(writer, "application/json", suggest + "?q={searchTerms}");
            await writer.WriteElementStringAsync(null, "Image", OpenSearch, icon);
            await writer.WriteEndElementAsync();
        }

        return TypedResults.Bytes(buffer.ToArray(), "application/opensearchdescription+xml; charset=utf-8");
    }

    private static async Task WriteUrlAsync(XmlWriter writer, string type, string template)
    {
        await writer.WriteStartElementAsync(null, "Url", OpenSearch);
        await writer.WriteAttributeStringAsync(null, "type", null, type);
        await writer.WriteAttributeStringAsync(null, "template", null, template);
        await writer.WriteEndElementAsync();
    }

    private static int? Count(string? n) => string.IsNullOrEmpty(n) ? DefaultHits
        : int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Chain.Window ? count : null;

    private static ProblemHttpResult Refused(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>What was typed and what a visitor may find are theirs.</summary>
    public static void Private(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}

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
