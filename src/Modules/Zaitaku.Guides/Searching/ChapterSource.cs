using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Searching;

/// <summary>Chapters by section, as long as their book is published too. A chapter in やさしい日本語 says so in its title.</summary>
public sealed class ChapterSource(SiteDb db) : SearchSource
{
    public override IReadOnlyList<string> ContentTypes { get; } = [ChapterIndexing.ContentType];

    public override async Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path.Length: > 0 } route) return [];
        var bookId = item.Get<ContainedPart>()?.ListContentItemId;
        var book = await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == bookId && i.Published).Select(i => i.ContentType).FirstOrDefaultAsync(cancel);
        if (book is null) return [];
        var title = item.Get<LocalizationPart>()?.Culture == Cultures.Easy ? GuidesText.InEasyJapanese(item.DisplayText ?? "") : item.DisplayText ?? "";
        var chapter = new SearchEntry(BookSource.KindOf(book), "/" + route.Path, title) { Body = item.Get<ChapterPart>()?.Summary?.Text ?? "" };
        return chapter.Sections(item.Get<MarkdownBodyPart>()?.Markdown ?? "");
    }
}
