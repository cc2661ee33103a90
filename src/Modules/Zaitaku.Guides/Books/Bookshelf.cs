using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Fields;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Guides.Editions;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Books;

/// <summary>Where a kind of book stands: residents' guides, or professionals' handbooks.</summary>
public sealed record Shelf(string Path, string Title, string Lead, IReadOnlyList<string> ContentTypes)
{
    public static Shelf Guides { get; } = new("guides", GuidesText.GuidesTitle, GuidesText.GuidesLead, ["Guidebook"]);
    public static Shelf Handbooks { get; } = new("handbooks", GuidesText.HandbooksTitle, GuidesText.HandbooksLead, ["Handbook", "Leaflet"]);

    /// <summary>Every type of content that is a book.</summary>
    public static IReadOnlyList<string> BookTypes { get; } = [.. Guides.ContentTypes, .. Handbooks.ContentTypes];

    public static Shelf Of(string contentType) => Guides.ContentTypes.Contains(contentType) ? Guides : Handbooks;
}

/// <summary>A book as its own pages and its chapters show it.</summary>
/// <param name="Chapters">The standard edition, in order.</param>
/// <param name="SurroundingsUpdated">When a word of the glossary or a department last changed: they stand in the printed book too.</param>
/// <param name="Easy">やさしい日本語 editions by the standard chapter's localization set.</param>
public sealed record Book(
    ContentItem Item, IReadOnlyList<ChapterIndex> Chapters, IReadOnlyDictionary<string, ChapterIndex> Easy, DateTime? SurroundingsUpdated)
{
    public string Id => Item.ContentItemId;
    public string Title => Item.DisplayText ?? "";
    public string Path { get; } = Item.Get<AutoroutePart>()?.Path ?? "";

    /// <summary>The last segment of the address.</summary>
    public string Slug => Path[(Path.LastIndexOf('/') + 1)..];
    public Shelf Shelf => Shelf.Of(Item.ContentType);

    /// <summary>Every chapter in every edition.</summary>
    public IEnumerable<ChapterIndex> Editions => Chapters.Concat(Easy.Values);

    /// <summary>やさしい日本語 editions in the book's order.</summary>
    public IReadOnlyList<ChapterIndex> EasyChapters => [.. Chapters.Select(c => Easy.GetValueOrDefault(c.LocalizationSet)).OfType<ChapterIndex>()];

    /// <summary>When anything in the book last changed.</summary>
    public DateTime? Updated => Chapters.Select(c => c.ModifiedUtc).Append(Item.ModifiedUtc).Max();

    public BookPart Part { get; } = Item.Get<BookPart>() ?? new BookPart();
    public string? DepartmentId { get; } = Item.Get<ContactPart>()?.DepartmentId;

    /// <summary>The edition closed last, or null when none has been.</summary>
    public BookEdition? LastEdition { get; init; }

    /// <summary>Whether something that is printed has changed since the last edition.</summary>
    public bool IsAmended { get; init; }

    /// <summary>版, as the cover says it: the edition closed last, or what the book says of itself.</summary>
    public string? EditionName => LastEdition?.Name ?? Part.Edition?.Text;

    /// <summary>A leaflet's one text; books of chapters have none.</summary>
    public string? Body => Item.Get<MarkdownBodyPart>()?.Markdown;

    public IReadOnlyList<BookRevision> Revisions => [.. Item.Get<BagPart>("Revisions")?.ContentItems.Select(revision => new BookRevision(
        revision.Field<TextField>("BookRevision", "Edition")?.Text ?? "",
        revision.Field<DateField>("BookRevision", "Date")?.Value,
        revision.Field<TextField>("BookRevision", "Note")?.Text ?? "")) ?? []];
}

/// <summary>Finds books and their chapters, through the viewer's eyes.</summary>
public sealed class Bookshelf(SiteDb db, SiteCache cache, Viewer viewer, EditionShelf editions)
{
    /// <summary>Types of content that stand in books besides their chapters.</summary>
    public static IReadOnlyList<string> Surroundings { get; } = [SiteGlossary.ContentType, Departments.ContentType];

    /// <summary>The books of a shelf in the order of their titles' positions.</summary>
    public async Task<IReadOnlyList<Book>> BooksAsync(Shelf shelf, CancellationToken cancel = default)
    {
        var ids = await (from item in db.Content
                         where shelf.ContentTypes.Contains(item.ContentType) && item.Published
                         orderby item.CreatedUtc, item.Id
                         select item.ContentItemId).ToListAsync(cancel);
        var books = new List<Book>();
        foreach (var id in ids)
        {
            if (await FindAsync(id, cancel) is { } book) books.Add(book);
        }

        return books;
    }

    /// <returns>The book, or null when there is none this viewer may read.</returns>
    public async ValueTask<Book?> FindAsync(string? bookId, CancellationToken cancel = default)
    {
        if (bookId is null) return null;
        var key = $"book:{bookId}:{viewer}";
        if (cache.Find<Book>(key) is { } known) return known;
        var since = cache.Now;
        if (await ReadAsync(bookId, cancel) is not { } book) return null;
        cache.Keep(key, book, [PageTag.Item(bookId), .. Surroundings.Select(PageTag.Type)], since, weight: 4096);
        return book;
    }

    /// <summary>The book at <c>/{shelf}/{slug}</c>.</summary>
    public async Task<Book?> FindAsync(string shelf, string slug, CancellationToken cancel = default)
    {
        var path = $"{shelf}/{slug}";
        var id = await db.Set<AutoroutePartIndex>().Where(r => r.Path == path && r.Published).Select(r => r.ContentItemId).FirstOrDefaultAsync(cancel);
        var book = await FindAsync(id, cancel);
        return book is not null && Shelf.BookTypes.Contains(book.Item.ContentType) ? book : null;
    }

    /// <summary>The chapters' items in the book's order, for reading it as a whole.</summary>
    public async Task<IReadOnlyList<ContentItem>> ChapterItemsAsync(Book book, CancellationToken cancel = default)
    {
        var versions = book.Chapters.Select(c => c.ContentItemVersionId).ToList();
        var items = await db.Content.Where(i => versions.Contains(i.ContentItemVersionId)).AsNoTracking().ToListAsync(cancel);
        return [.. items.OrderBy(i => versions.IndexOf(i.ContentItemVersionId))];
    }

    private async Task<Book?> ReadAsync(string bookId, CancellationToken cancel)
    {
        var item = await db.Content.AsNoTracking().FirstOrDefaultAsync(i => i.ContentItemId == bookId && i.Published, cancel);
        if (item is null) return null;
        var last = (await editions.ListAsync(bookId, cancel)).FirstOrDefault();
        var chapters = await db.Set<ChapterIndex>().Where(c => c.BookId == bookId && c.Published).OrderBy(c => c.Order).AsNoTracking().ToListAsync(cancel);
        return new Book(
            item,
            [.. chapters.Where(c => c.Culture == Cultures.Standard)],
            chapters.Where(c => c.Culture == Cultures.Easy).GroupBy(c => c.LocalizationSet).ToDictionary(g => g.Key, g => g.First()),
            await db.Content.Where(i => Surroundings.Contains(i.ContentType) && i.Published).MaxAsync(i => i.ModifiedUtc, cancel))
        {
            LastEdition = last,
            IsAmended = last is not null && !(await editions.SinceAsync(last, cancel)).OnPaper.IsEmpty,
        };
    }
}
