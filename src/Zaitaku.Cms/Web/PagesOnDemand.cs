using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Describes a page - its handlers, its filters, who may see it - when an address first leads to it. The framework's own way describes all pages while
/// the site starts: of some seventy, the workplace's among them, a resident's first page needs one.
/// </summary>
/// <remarks>It is done before anything that goes by the description, such as authorization; <see cref="PageMethods"/> refuses a page without.</remarks>
internal sealed class PagesOnDemand(PageLoader loader) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before the policies that look at what the page is described with.</summary>
    public override int Order => int.MinValue + 100;

    public static void Use(IMvcBuilder pages)
    {
        var services = pages.Services;
        services.Remove(services.Single(service => service.ImplementationType == typeof(CompiledPageActionDescriptorProvider)));
        services.AddSingleton<IActionDescriptorProvider, PageActionDescriptorProvider>().AddSingleton<MatcherPolicy, PagesOnDemand>();
        pages.ConfigureApplicationPartManager(PagesOnly);
    }

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => Undescribed(endpoint) is not null);

    public async Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var at = 0; at < candidates.Count; at++)
        {
            if (!candidates.IsValidCandidate(at) || Undescribed(candidates[at].Endpoint) is not { } page) continue;
            var described = await loader.LoadAsync(page, candidates[at].Endpoint.Metadata);
            candidates.ReplaceEndpoint(at, described.Endpoint, candidates[at].Values);
        }
    }

    private static PageActionDescriptor? Undescribed(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page and not CompiledPageActionDescriptor ? page : null;

    /// <summary>The site has pages and no controllers or view components; to look for some, the framework would load every type of the program.</summary>
    private static void PagesOnly(ApplicationPartManager parts)
    {
        foreach (var provider in parts.FeatureProviders.Where(IsForOthers).ToList()) parts.FeatureProviders.Remove(provider);
    }

    private static bool IsForOthers(IApplicationFeatureProvider provider) =>
        provider is IApplicationFeatureProvider<ControllerFeature> or IApplicationFeatureProvider<ViewComponentFeature>;
}
