using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Zaitaku.Site.Tests;

/// <summary>The pages of a site with what they answer; the site itself describes each when it is first asked for.</summary>
internal static class SitePages
{
    public static IEnumerable<CompiledPageActionDescriptor> Pages(this RunningSite site) =>
        site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(page => Describe(site, page));

    /// <summary>Whether an endpoint has something to do with what is posted to it.</summary>
    public static bool TakesPosts(this RunningSite site, Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true ||
        (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && Describe(site, page).TakesPosts());

    public static bool TakesPosts(this CompiledPageActionDescriptor page) => page.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod));

    private static CompiledPageActionDescriptor Describe(RunningSite site, PageActionDescriptor page) =>
        site.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
}
