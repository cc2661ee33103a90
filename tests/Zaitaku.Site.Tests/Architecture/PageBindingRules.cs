using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>The site reads from attributes alone what a page takes from the request. The framework, which looks further, must come to the same.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class PageBindingRules(SampleSite sample)
{
    [Fact]
    public void What_a_page_takes_from_the_request_is_what_the_framework_would_take()
    {
        var services = sample.Site.Services;
        var ours = services.GetRequiredService<IPageApplicationModelPartsProvider>();
        var type = typeof(PageModel).Assembly.GetType("Microsoft.AspNetCore.Mvc.ApplicationModels.DefaultPageApplicationModelPartsProvider", throwOnError: true)!;
        var framework = (IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(services, type);
        var properties = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<CompiledPageActionDescriptor>()
            .SelectMany(page => page.HandlerTypeInfo.GetProperties()).ToList();

        Assert.Contains(properties, property => ours.CreatePropertyModel(property).BindingInfo is not null);
        Assert.All(properties, property => Assert.Equal(
            framework.CreatePropertyModel(property).BindingInfo is not null, ours.CreatePropertyModel(property).BindingInfo is not null));
    }
}
