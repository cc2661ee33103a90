using Microsoft.AspNetCore.Http;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Refuses a post that another site's page sent. Browsers say so themselves: Sec-Fetch-Site, or Origin in older ones. For forms that act for nobody
/// in particular; whatever acts for a signed-in person carries an anti-forgery token.
/// </summary>
public sealed class SameSiteOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return IsSameSite(request) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }

    private static bool IsSameSite(HttpRequest request)
    {
        var fetchSite = request.Headers["Sec-Fetch-Site"].ToString();
        if (fetchSite.Length > 0) return fetchSite == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
