using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Rendering;

/// <summary>What a page tells the layout about itself.</summary>
public sealed class PageMeta
{
    public string Title { get; set; } = "";
    public string? Description { get; set; }

    /// <summary>The page's one address, without the leading slash.</summary>
    public string? Path { get; set; }

    /// <summary>The way from the home page to this one, both left out.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    public bool IsHome { get; set; }

    /// <summary>Whether search engines shall leave the page out.</summary>
    public bool NoIndex { get; set; }

    /// <summary>A class on the body, for the few pages with a layout of their own.</summary>
    public string? BodyClass { get; set; }

    /// <summary>Whether the box for searching is left out of the head: where the page has one of its own, or may send nothing.</summary>
    public bool WithoutSearch { get; set; }
}

public sealed record Crumb(string Title, string Path);

public static class PageMetaOfView
{
    private const string Key = "PageMeta";

    public static PageMeta Page(this ViewDataDictionary viewData)
    {
        if (viewData[Key] is PageMeta known) return known;
        var made = new PageMeta();
        viewData[Key] = made;
        return made;
    }

    /// <summary>Fills in what the item itself says: title, description, address.</summary>
    public static PageMeta SetPage(this ViewDataDictionary viewData, ContentItem item, params Crumb[] crumbs)
    {
        var page = viewData.Page();
        var seo = item.Get<SeoMetaPart>();
        var route = item.Get<AutoroutePart>();
        page.Title = seo?.PageTitle ?? item.DisplayText ?? "";
        page.Description = seo?.MetaDescription;
        page.Path = route?.SetHomepage == true ? "" : route?.Path;
        page.IsHome = route?.SetHomepage == true;
        page.NoIndex = seo?.MetaRobots?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true;
        page.Crumbs = crumbs;
        return page;
    }
}
