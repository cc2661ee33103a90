using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Zaitaku.Cms.Web;

namespace Zaitaku.Guides.Feedback;

/// <summary>
/// Takes the answer of a page's form. Pages come from the cache and so carry no token; the browser's own word that the form stood on this site
/// is asked for instead. With script the answer is a status, without it a page that says thanks.
/// </summary>
internal static class FeedbackApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapSend("/feedback", TakeAsync, new SameSiteOnly()).DisableAntiforgery().RequireRateLimiting(RateLimits.PublicForms);

    private static async Task<Results<NoContent, RedirectHttpResult, StatusCodeHttpResult>> TakeAsync(
        [FromForm] string? contentItemId, [FromForm] string? contentItemVersionId, [FromForm] string? answer,
        HttpRequest request, FeedbackDesk desk, CancellationToken cancel)
    {
        // By its name only: TryParse would also take numbers, and add up names with commas between them.
        if (!Enum.TryParse<FeedbackAnswer>(answer, out var given) || Enum.GetName(given) != answer || !IsId(contentItemId) || !IsId(contentItemVersionId))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (!await desk.TakeAsync(contentItemId, contentItemVersionId, given, cancel)) return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? TypedResults.LocalRedirect($"/feedback/thanks?answer={given}")
            : TypedResults.NoContent();
    }

    private static bool IsId([NotNullWhen(true)] string? id) => id is { Length: > 0 and <= 26 } && !id.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
}
