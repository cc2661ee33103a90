using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;
using Zaitaku.Guides.Glossary;
using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The whole book on one page, for the printer.</summary>
public sealed class PrintModel(Bookshelf bookshelf, BookPress press, CopyDesk copies, PageTags tags) : PageModel
{
    public Book Book { get; private set; } = null!;

    public PrintedBook Printed { get; private set; } = null!;

    /// <summary>For someone who holds a copy: what has changed since, to be printed alone; otherwise null.</summary>
    public SinceCopy? Since { get; private set; }

    /// <summary>When the address names an edition there is not; otherwise null.</summary>
    public UnknownEdition? Unknown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, string? since, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(shelf, slug, cancel) is not { } book) return NotFound();
        Book = book;
        if (since is not null) return await SinceAsync(book, since, cancel);
        if (this.Elsewhere("") is { } elsewhere) return elsewhere;
        Printed = await press.GatherAsync(book, cancel);
        tags.Add(PageTag.Item(book.Id));
        tags.Add(PageTag.Type(SiteGlossary.ContentType));
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
