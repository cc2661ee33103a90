using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Answers a body that is too large with the page that says so. The server by itself would cut the connection, and the browser would show its own
/// error. Where a page takes files, what is sent is read to its end and thrown away first, within bounds: a browser does not look at an answer before
/// it has sent all. Others are answered at once.
/// </summary>
internal sealed class BodyBounds(RequestDelegate next)
{
    private const long MostThrownAway = 1024L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var files = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if ((files ?? feature?.MaxRequestBodySize) is not { } most || context.Request.ContentLength is not { } length || length <= most)
        {
            await next(context);
            return;
        }

        if (files is not null && length <= MostThrownAway && feature is { IsReadOnly: false })
        {
            feature.MaxRequestBodySize = length;
            await ThrowAwayAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static async Task ThrowAwayAsync(HttpContext context)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
