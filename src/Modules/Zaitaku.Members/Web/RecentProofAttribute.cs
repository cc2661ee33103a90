using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Members.Web;

/// <summary>For pages that change who can get in: whoever was away from the desk is asked again who they are (ASVS 7.5.1).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentProofAttribute : Attribute, IAsyncPageFilter
{
    public static readonly TimeSpan Good = TimeSpan.FromMinutes(15);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (now - SessionClaims.ProvedUtc(http.User) <= Good) return next();
        context.Result = new RedirectResult("/account/prove?ReturnUrl=" + Uri.EscapeDataString(http.Request.Path + (http.Request.Method == "GET" ? http.Request.QueryString : default)));
        return Task.CompletedTask;
    }
}
