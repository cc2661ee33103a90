using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Says which properties of a page are bound to the request: those whose attributes say so. The framework's own way describes every property of
/// every page in full while the site starts, inherited ones too, and that is a good part of the start.
/// </summary>
internal sealed class PageParts(IPageApplicationModelPartsProvider framework) : IPageApplicationModelPartsProvider
{
    public PageHandlerModel? CreateHandlerModel(MethodInfo method) => framework.CreateHandlerModel(method);

    public PageParameterModel CreateParameterModel(ParameterInfo parameter) => framework.CreateParameterModel(parameter);

    public PagePropertyModel CreatePropertyModel(PropertyInfo property)
    {
        var attributes = property.GetCustomAttributes(inherit: true);
        return new(property, attributes) { PropertyName = property.Name, BindingInfo = BindingInfo.GetBindingInfo(attributes) };
    }

    public bool IsHandler(MethodInfo methodInfo) => framework.IsHandler(methodInfo);

    public static void Use(IServiceCollection services)
    {
        var framework = services.Single(service => service.ServiceType == typeof(IPageApplicationModelPartsProvider)).ImplementationType!;
        services.AddSingleton<IPageApplicationModelPartsProvider>(provider =>
            new PageParts((IPageApplicationModelPartsProvider)ActivatorUtilities.CreateInstance(provider, framework)));
    }

    /// <summary>The site has pages and no controllers or view components; to look for some, the framework would load every type of the program.</summary>
    public static void PagesOnly(ApplicationPartManager parts)
    {
        foreach (var provider in parts.FeatureProviders.Where(IsForOthers).ToList()) parts.FeatureProviders.Remove(provider);
    }

    private static bool IsForOthers(IApplicationFeatureProvider provider) =>
        provider is IApplicationFeatureProvider<ControllerFeature> or IApplicationFeatureProvider<ViewComponentFeature>;
}
