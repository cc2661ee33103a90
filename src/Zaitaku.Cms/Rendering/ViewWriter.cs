using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Rendering;

/// <summary>Renders a view where there is no request: for printing, for mail.</summary>
public sealed class ViewWriter(ICompositeViewEngine views, ITempDataProvider tempData, SiteDocuments documents, IEnumerable<Theme> themes)
{
    /// <param name="context">Through whose eyes: its services and its user.</param>
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> WriteAsync<TModel>(HttpContext context, string view, TModel model, CancellationToken cancel = default)
    {
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        context.Features.Set(new SiteView(settings, themes.First()));
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        var found = views.FindView(action, view, isMainPage: false);
        if (!found.Success) throw new InvalidOperationException($"No view {view} in: {string.Join(", ", found.SearchedLocations)}");
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(context, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
