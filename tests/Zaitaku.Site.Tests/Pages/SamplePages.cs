using System.Collections.Concurrent;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Every page of the sample site, read once.</summary>
internal static class SamplePages
{
    /// <summary>Pages that are no items: they have an address of their own.</summary>
    public static IReadOnlyList<string> Standing { get; } = ["/guides", "/handbooks", "/forms", "/glossary", "/sitemap"];

    public static IReadOnlyList<string> Books { get; } =
        ["/guides/acp", "/handbooks/nyutaiin", "/handbooks/ohitorisama", "/handbooks/customer-harassment"];

    private static readonly ConcurrentDictionary<RunningSite, Task<IReadOnlyDictionary<string, IHtmlDocument>>> Read = new();

    /// <summary>The pages by their path: what the sitemap has, the standing ones, the whole-book pages, chapters with readings.</summary>
    public static Task<IReadOnlyDictionary<string, IHtmlDocument>> PagesAsync(this RunningSite site) => Read.GetOrAdd(site, ReadAllAsync);

    /// <summary>Paths of the items in sitemap.xml.</summary>
    public static async Task<IReadOnlyList<string>> SitemapAsync(this RunningSite site)
    {
        var map = XDocument.Parse(await site.Visitor.GetStringAsync("/sitemap.xml"));
        XNamespace space = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return [.. map.Root!.Elements(space + "url").Select(url => new Uri(url.Element(space + "loc")!.Value).PathAndQuery)];
    }

    private static async Task<IReadOnlyDictionary<string, IHtmlDocument>> ReadAllAsync(RunningSite site)
    {
        var items = await site.SitemapAsync();
        var chapters = items.Where(path => path.Split('/') is [_, "guides", _, _, ..]);
        var paths = items.Concat(Standing).Concat(Books.SelectMany(book => new[] { book + "/print", book + "/changes", book + "?since=1", book + "/print?since=1" })).Concat(chapters.Select(path => path + "?furigana=on"))
            .Append("/feedback/thanks").Append("/feedback/thanks?answer=Wrong").Distinct();
        var pages = new Dictionary<string, IHtmlDocument>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false });
        foreach (var path in paths) pages[path] = parser.ParseDocument(await site.Visitor.GetStringAsync(path));
        foreach (var path in new[] { "/nothing-here", "/error/500", "/error/429" })
        {
            using var answer = await site.Visitor.GetAsync(path);
            pages[path] = parser.ParseDocument(await answer.Content.ReadAsStringAsync());
        }

        return pages;
    }
}
