using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Web;

/// <summary>
/// For pages that change who can get in, what everybody may do, or where mails lead: whoever was away from the desk is asked again who they are
/// (ASVS 7.5.1). Where nobody knows how to ask, the page does not open.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentProofAttribute : Attribute, IFilterFactory
{
    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<RecentProof>();
}

/// <summary>
/// Lets through whoever has lately shown who they are, and asks the others. What they had typed is not lost by being asked. The module that knows
/// accounts registers its own.
/// </summary>
public abstract class RecentProof : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public abstract Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next);
}
