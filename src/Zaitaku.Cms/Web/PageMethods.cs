using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Refuses what a page has no handler for: Razor Pages would draw it without having run any. The pages that say what went wrong are read,
/// whatever was tried.
/// </summary>
internal sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } described) return next(context);
        // What guards it would not be known: it is not drawn at all.
        if (described is not CompiledPageActionDescriptor page) throw new InvalidOperationException($"{described.RelativePath} was not described before it was asked for.");
        if (Has(page, request.Method)) return next(context);
        if (page.ViewEnginePath == AutorouteTransformer.NotFound || context.Features.Get<IStatusCodeReExecuteFeature>() is not null ||
            context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            request.Method = HttpMethods.Get;
            // What was sent is not looked at again: it may be the very thing that went wrong.
            request.ContentType = null;
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = Has(page, HttpMethods.Post) ? "GET, HEAD, POST" : "GET, HEAD";
        return Task.CompletedTask;
    }

    private static bool Has(CompiledPageActionDescriptor page, string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || page.HandlerMethods.Any(handler => HttpMethods.Equals(handler.HttpMethod, method));
}
