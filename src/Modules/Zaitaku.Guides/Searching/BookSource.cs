using Zaitaku.Cms.Content;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Searching;

/// <summary>Books by what they say of themselves; leaflets by their sections.</summary>
public sealed class BookSource : SearchSource
{
    public override IReadOnlyList<string> ContentTypes { get; } = [.. Shelf.Guides.ContentTypes, .. Shelf.Handbooks.ContentTypes];

    public override Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path.Length: > 0 } route) return Task.FromResult<IReadOnlyList<SearchEntry>>([]);
        var part = item.Get<BookPart>();
        var book = new SearchEntry(KindOf(item.ContentType), "/" + route.Path, item.DisplayText ?? "") { Body = part?.Lead?.Text ?? "" };
        return Task.FromResult(book.Sections(item.Get<Cms.Parts.MarkdownBodyPart>()?.Markdown ?? ""));
    }

    /// <summary>The kind of a book, and of its chapters.</summary>
    public static string KindOf(string contentType) => Shelf.Of(contentType) == Shelf.Guides ? SearchKinds.Guide : SearchKinds.Handbook;
}

/// <summary>What this module's pages are, to those who search.</summary>
public static class SearchKinds
{
    public const string Guide = "guide";
    public const string Handbook = "handbook";
    public const string Form = "form";
    public const string Term = "term";
}
