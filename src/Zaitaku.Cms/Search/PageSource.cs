using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Search;

/// <summary>固定ページ, by section.</summary>
public sealed class PageSource : SearchSource
{
    public const string Kind = "page";

    public override IReadOnlyList<string> ContentTypes { get; } = ["Page"];

    public override Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path.Length: > 0 } route) return Task.FromResult<IReadOnlyList<SearchEntry>>([]);
        var page = new SearchEntry(Kind, "/" + route.Path, item.DisplayText ?? "");
        var html = item.Get<HtmlBodyPart>()?.Html ?? "";
        var entries = page.Sections(item.Get<MarkdownBodyPart>()?.Markdown ?? "");
        return Task.FromResult<IReadOnlyList<SearchEntry>>(html.Length == 0 ? entries : [page with { Body = HtmlText.Plain(html) }, .. entries.Skip(1)]);
    }
}

public static class SearchSections
{
    /// <summary>A page's entries by the sections of its Markdown, each leading to its heading's anchor. There is always one for the page itself.</summary>
    public static IReadOnlyList<SearchEntry> Sections(this SearchEntry page, string markdown)
    {
        ArgumentNullException.ThrowIfNull(page);
        var sections = TextSections.Of(MarkdownText.Render(markdown, new MarkdownContext()));
        var opening = sections.FirstOrDefault(section => section.Id.Length == 0)?.PlainText ?? "";
        var beginning = page with { Body = string.Join('\n', new[] { page.Body, opening }.Where(text => text.Length > 0)) };
        return [beginning, .. sections.Where(section => section.Id.Length > 0).Select(section => page with { Url = $"{page.Url}#{section.Id}", Heading = section.Heading, Body = section.PlainText, Reading = "", Keywords = [] })];
    }
}
