using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>A chapter as the whole-book page shows it. <see cref="Prefix"/> keeps the ids of chapters apart.</summary>
public sealed record PrintedChapter(int Number, string Prefix, string Title, string? Notice, RenderedText Text);

/// <summary>A whole book on one page: what is printed, and what the PDF and the EPUB are made from.</summary>
public sealed record PrintedBook(Book Book, IReadOnlyList<PrintedChapter> Chapters, Department? Department);

/// <summary>Gathers a book for printing.</summary>
public sealed class BookPress(Bookshelf bookshelf, ChapterTexts texts, Departments departments)
{
    public async Task<PrintedBook> GatherAsync(Book book, CancellationToken cancel = default)
    {
        var chapters = new List<PrintedChapter>();
        foreach (var item in await bookshelf.ChapterItemsAsync(book, cancel))
        {
            var number = chapters.Count + 1;
            chapters.Add(await ChapterAsync(item, number));
        }

        if (book.Body is not null) chapters.Add(await ChapterAsync(book.Item, 1));
        var department = await departments.FindAsync(book.DepartmentId);
        return new PrintedBook(book, chapters, department);
    }

    private async Task<PrintedChapter> ChapterAsync(ContentItem item, int number)
    {
        var prefix = $"c{number}-";
        return new PrintedChapter(number, prefix, item.DisplayText ?? "", item.Get<ChapterPart>()?.Notice?.Text, await texts.ForPrintAsync(item, prefix));
    }
}
