using Microsoft.AspNetCore.Http;

namespace Zaitaku.Cms.Web;

/// <summary>An address that answers queries of any length the server takes, because people paste into its box. Modules register theirs.</summary>
/// <param name="Path">With the leading slash.</param>
public sealed record LongQuery(string Path);

/// <summary>Turns away addresses no page has, before anything looks them up. The status page says what to do.</summary>
internal sealed class RequestBounds(RequestDelegate next, IEnumerable<LongQuery> longQueries)
{
    private const int MaxQuery = 4096;
    private const int MaxPath = 2048;
    private readonly HashSet<string> longOnes = longQueries.Select(query => query.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        if (request.QueryString.Value?.Length > MaxQuery && !longOnes.Contains(path) || path.Length > MaxPath)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (path.Any(char.IsControl))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
