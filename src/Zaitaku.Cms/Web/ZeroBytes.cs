using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Refuses forms, and queries of the workplace, with a zero byte in them: nobody types one, and PostgreSQL's text holds none. Public pages take no
/// notice of queries they do not know, and need no refusal.
/// </summary>
public sealed class ZeroBytes : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that says what went wrong is not to go wrong for the same reason.
            await next();
            return;
        }

        var isOfTheWorkplace = context.ActionDescriptor.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal);
        if (request.HasFormContentType && AreIn(await request.ReadFormAsync()) || isOfTheWorkplace && AreIn(request.Query)) context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        else await next();
    }

    public static bool AreIn(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.Any(value => value.Key.Contains('\0', StringComparison.Ordinal) || value.Value.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true));
}
