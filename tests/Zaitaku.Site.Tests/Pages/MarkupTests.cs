using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>What holds of every page, whatever is on it.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class MarkupTests(SampleSite sample)
{
    [Fact]
    public Task Every_page_is_in_japanese_and_has_one_main_heading_and_a_title() => EveryPageAsync(page =>
    [
        .. page.DocumentElement.GetAttribute("lang") == "ja" ? Array.Empty<string>() : ["lang"],
        .. page.QuerySelectorAll("h1").Length == 1 ? Array.Empty<string>() : [$"{page.QuerySelectorAll("h1").Length} h1"],
        .. string.IsNullOrWhiteSpace(page.Title) || page.Title.StartsWith('｜') ? ["title"] : Array.Empty<string>(),
        .. page.QuerySelectorAll("main").Length == 1 ? Array.Empty<string>() : ["main"],
    ]);

    [Fact]
    public Task No_page_has_an_id_twice() => EveryPageAsync(page =>
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id!).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public Task Headings_leave_no_level_out() => EveryPageAsync(page =>
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => (Level: heading.LocalName[1] - '0', Text: heading.TextContent.Trim())).ToList();
        return levels.Zip(levels.Skip(1)).Where(pair => pair.Second.Level > pair.First.Level + 1).Select(pair => pair.Second.Text)
            .Concat(levels.Where(heading => heading.Text.Length == 0).Select(_ => "an empty heading"));
    });

    [Fact]
    public Task No_page_carries_script_or_style_of_its_own() => EveryPageAsync(page =>
        page.All.Where(element => element.LocalName == "script" && element.GetAttribute("src") is null || element.LocalName == "style" ||
                element.Attributes.Any(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) ||
                    attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))
            .Select(element => element.OuterHtml[..Math.Min(80, element.OuterHtml.Length)]));

    [Fact]
    public Task No_page_loads_anything_from_elsewhere() => EveryPageAsync(page =>
        page.QuerySelectorAll("script[src], img[src], link[href]:not([rel=canonical]), iframe[src]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)));

    [Fact]
    public Task Every_control_and_picture_has_a_name() => EveryPageAsync(page =>
        page.QuerySelectorAll("img:not([alt])").Concat(page.QuerySelectorAll("a, button").Where(element => element.TextContent.Trim().Length == 0 && !element.HasAttribute("aria-label")))
            .Select(element => element.OuterHtml[..Math.Min(80, element.OuterHtml.Length)]));

    [Fact]
    public Task Every_label_and_description_names_something_that_is_there() => EveryPageAsync(page =>
        from element in page.All
        from attribute in new[] { "for", "aria-labelledby", "aria-describedby", "aria-controls" }
        from id in (element.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where page.GetElementById(id) is null
        select $"{attribute}={id}");

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var pages = await sample.Site.PagesAsync();
        var links = from page in pages
                    from link in page.Value.QuerySelectorAll<IHtmlAnchorElement>("a[href]")
                    let target = new Uri(new Uri(sample.Site.Address + page.Key), link.GetAttribute("href"))
                    where target.Scheme is "http" && target.Authority == new Uri(sample.Site.Address).Authority
                    select (From: page.Key, To: target.PathAndQuery, Anchor: Uri.UnescapeDataString(target.Fragment.TrimStart('#')));
        var dead = new List<string>();
        foreach (var target in links.GroupBy(link => link.To))
        {
            var page = pages.GetValueOrDefault(target.Key) ?? await ReadAsync(target.Key);
            if (page is null) dead.AddRange(target.Select(link => $"{link.From} → {link.To}").Distinct());
            else dead.AddRange(target.Where(link => link.Anchor.Length > 0 && page.GetElementById(link.Anchor) is null).Select(link => $"{link.From} → {link.To}#{link.Anchor}").Distinct());
        }

        Assert.Empty(dead);
    }

    private async Task<IDocument?> ReadAsync(string path)
    {
        using var answer = await sample.Site.Visitor.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()) : null;
    }

    private async Task EveryPageAsync(Func<IHtmlDocument, IEnumerable<string>> faults)
    {
        var pages = await sample.Site.PagesAsync();
        Assert.True(pages.Count > 60);
        Assert.Empty(pages.SelectMany(page => faults(page.Value).Select(fault => $"{page.Key}: {fault}")));
    }
}
