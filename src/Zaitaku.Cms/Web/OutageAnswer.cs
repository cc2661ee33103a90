using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Answers while the database is away. The page of other mishaps would ask for who is signed in, and fail again; this one asks for nothing.
/// </summary>
internal sealed class OutageAnswer(RequestDelegate next, ILogger<OutageAnswer> log)
{
    private const string Seconds = "30";
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(BarePage.Of(StatusCodes.Status503ServiceUnavailable, StatusText.Emergency));

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception mishap) when (!context.Response.HasStarted && Outage.Is(mishap))
        {
            log.LogWarning(mishap, "The database is away");
            await AnswerAsync(context);
        }
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        foreach (var name in new[] { HeaderNames.SetCookie, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition, HeaderNames.Vary }) headers.Remove(name);
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Page.Length;
        (headers.RetryAfter, headers.CacheControl, headers.ContentSecurityPolicy, headers.XContentTypeOptions) = (Seconds, "no-store", ContentSecurityPolicy.Default, "nosniff");
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(Page, context.RequestAborted);
    }
}

/// <summary>Modules may stand before all else, as the preview of a draft does: for them the same answer stands before them.</summary>
internal sealed class OutermostOutageAnswer : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<OutageAnswer>();
        next(app);
    };
}
