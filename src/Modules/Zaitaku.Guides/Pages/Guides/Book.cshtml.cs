using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;
using Zaitaku.Guides.Printing;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The cover page of a book: what it is, its contents, how to take it along, where it came from. A leaflet shows its text here.</summary>
public sealed class BookModel(Bookshelf bookshelf, ChapterTexts texts, Departments departments, WorksheetRack worksheets, PdfShelf pdfs, CopyDesk copies, EditionShelf editions, PageTags tags) : PageModel
{
    public Book Book { get; private set; } = null!;

    public Department? Department { get; private set; }

    public RenderedText? Provenance { get; private set; }

    public RenderedText? Body { get; private set; }

    public IReadOnlyList<WorksheetLink> Worksheets { get; private set; } = [];

    /// <summary>The book's editions, the newest first.</summary>
    public IReadOnlyList<BookEdition> Editions { get; private set; } = [];

    /// <summary>For someone who holds a copy: what has changed since; otherwise null.</summary>
    public SinceCopy? Since { get; private set; }

    /// <summary>When the address names an edition there is not; otherwise null.</summary>
    public UnknownEdition? Unknown { get; private set; }

    /// <summary>The made PDF, or null while there is none.</summary>
    public FileInfo? Pdf { get; private set; }

    public DateTime? Updated => Book.Updated;

    public int Minutes => ReadingTime.Minutes(Book.Chapters.Sum(c => c.Characters));

    public string? FirstEasyPath => Book.Chapters.Select(c => Book.Easy.GetValueOrDefault(c.LocalizationSet)?.Path).FirstOrDefault(p => p is not null);

    public async Task<IActionResult> OnGetAsync(string? since, CancellationToken cancel)
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item || await bookshelf.FindAsync(item.ContentItemId, cancel) is not { } book) return NotFound();
        Book = book;
        if (since is not null) return await SinceAsync(book, since, cancel);
        Department = await departments.FindAsync(book.DepartmentId);
        if (book.Part.Provenance?.Markdown is { Length: > 0 } provenance) Provenance = await texts.OfAsync(book.Item, provenance, TextForm.Plain);
        if (book.Body is { } body) Body = await texts.OfAsync(book.Item, body, TextForm.Plain);
        Worksheets = await worksheets.LinksAsync(book.Path + "/", cancel);
        Pdf = pdfs.Find(book);
        Editions = await editions.ListAsync(book.Id, cancel);
        tags.Add(PageTag.Item(book.Id));
        tags.Add(PageTag.Type(WorksheetRack.ContentType));
        return Page();
    }

    private async Task<IActionResult> SinceAsync(Book book, string since, CancellationToken cancel)
    {
        if (this.ElsewhereSince(since) is { } elsewhere) return elsewhere;
        Since = await copies.SinceAsync(book, since, cancel);
        if (Since is not null)
        {
            tags.Add(Since);
            return Page();
        }

        Unknown = await copies.UnknownAsync(book, cancel);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
