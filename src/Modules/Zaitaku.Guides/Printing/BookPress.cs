using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Text;
using Zaitaku.Cms.Web;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>A chapter as the whole-book page shows it. <see cref="Prefix"/> keeps the ids of chapters apart.</summary>
public sealed record PrintedChapter(int Number, string Prefix, string Title, string? Notice, RenderedText Text);

/// <summary>A whole book on one page: what is printed, and what the PDF and the EPUB are made from.</summary>
public sealed record PrintedBook(Book Book, IReadOnlyList<PrintedChapter> Chapters, Department? Department, string Address)
{
    /// <summary>One text: it has no contents list, and its headings stand directly below the title.</summary>
    public bool IsLeaflet => Chapters.Count == 1;

    /// <summary>Where whoever holds this copy finds what has changed since; null before the first edition.</summary>
    public string? ChangesAddress => Book.LastEdition is { } edition ? $"{Address}?since={edition.Number}" : null;
}

/// <summary>Gathers a book for printing.</summary>
public sealed class BookPress(Bookshelf bookshelf, ChapterTexts texts, Departments departments, SiteAddress address)
{
    public async Task<PrintedBook> GatherAsync(Book book, CancellationToken cancel = default)
    {
        var links = new BookLinks(book, (number, anchor) => $"#c{number}{(anchor.Length > 0 ? "-" + anchor : "")}", await address.BaseAsync(cancel));
        List<ContentItem> items = [.. await bookshelf.ChapterItemsAsync(book, cancel)];
        if (book.Body is not null) items.Add(book.Item);
        var headingShift = items.Count == 1 ? 0 : 1;
        var chapters = new List<PrintedChapter>();
        foreach (var item in items) chapters.Add(await ChapterAsync(item, chapters.Count + 1, headingShift, links));
        var department = await departments.FindAsync(book.DepartmentId);
        return new PrintedBook(book, chapters, department, await address.OfAsync(book.Path, cancel));
    }

    private async Task<PrintedChapter> ChapterAsync(ContentItem item, int number, int headingShift, BookLinks links)
    {
        var prefix = $"c{number}-";
        var text = await texts.ForPrintAsync(item, prefix, headingShift);
        text = text with { Html = links.Rewrite(text.Html) };
        return new PrintedChapter(number, prefix, item.DisplayText ?? "", item.Get<ChapterPart>()?.Notice?.Text, text);
    }
}
