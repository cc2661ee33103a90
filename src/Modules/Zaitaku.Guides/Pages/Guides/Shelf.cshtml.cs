using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The books of one shelf: <c>/guides</c> or <c>/handbooks</c>.</summary>
public sealed class ShelfModel(Bookshelf bookshelf, WorksheetRack worksheets, PageTags tags) : PageModel
{
    public Shelf Shelf { get; private set; } = Shelf.Guides;

    public IReadOnlyList<Book> Books { get; private set; } = [];

    public IReadOnlyList<WorksheetLink> Worksheets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shelf = Request.Path.StartsWithSegments("/" + Shelf.Handbooks.Path) ? Shelf.Handbooks : Shelf.Guides;
        Books = await bookshelf.BooksAsync(Shelf, cancel);
        if (Shelf == Shelf.Guides) Worksheets = await worksheets.LinksAsync(Shelf.Path + "/", cancel);
        foreach (var type in Shelf.ContentTypes) tags.Add(PageTag.Type(type));
        tags.Add(PageTag.Type(ChapterIndexing.ContentType));
        tags.Add(PageTag.Type(WorksheetRack.ContentType));
    }
}
