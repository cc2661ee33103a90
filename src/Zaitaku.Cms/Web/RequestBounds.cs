using Microsoft.AspNetCore.Http;

namespace Zaitaku.Cms.Web;

/// <summary>Turns away addresses no page has, before anything looks them up. The status page says what to do.</summary>
internal sealed class RequestBounds(RequestDelegate next)
{
    private const int MaxQuery = 4096;
    private const int MaxPath = 2048;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        if (request.QueryString.Value?.Length > MaxQuery || path.Length > MaxPath)
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
