using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Glossary;
using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The whole book on one page, for the printer.</summary>
public sealed class PrintModel(Bookshelf bookshelf, BookPress press, PageTags tags) : PageModel
{
    public PrintedBook Printed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(shelf, slug, cancel) is not { } book) return NotFound();
        Printed = await press.GatherAsync(book, cancel);
        tags.Add(PageTag.Item(book.Id));
        tags.Add(PageTag.Type(SiteGlossary.ContentType));
        return Page();
    }
}
