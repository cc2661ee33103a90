using Microsoft.AspNetCore.Mvc.Razor;

namespace Zaitaku.Cms.Rendering;

/// <summary>Looks for every layout and partial in the active theme first, then where the workplace, the kernel and modules keep theirs.</summary>
internal sealed class ThemeViews : IViewLocationExpander
{
    private const string Key = "theme";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.HttpContext.Features.Get<SiteView>() is { } site) context.Values[Key] = site.Theme.ViewRoot;
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        string[] own = ["/AdminTheme/{0}.cshtml", "/{0}.cshtml", "/Pages/{0}.cshtml"];
        return context.Values.TryGetValue(Key, out var root) && root is not null
            ? [root + "/{0}.cshtml", .. own, .. viewLocations]
            : [.. own, .. viewLocations];
    }
}
