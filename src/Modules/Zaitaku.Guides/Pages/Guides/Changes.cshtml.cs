using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>The editions of a book, each with what it changed.</summary>
public sealed class ChangesModel(Bookshelf bookshelf, CopyDesk desk, PageTags tags) : PageModel
{
    public Book Book { get; private set; } = null!;

    public IReadOnlyList<EditionStory> Stories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(shelf, slug, cancel) is not { } book) return NotFound();
        if (this.Elsewhere("") is { } elsewhere) return elsewhere;
        Book = book;
        Stories = await desk.StoriesAsync(book, cancel);
        tags.Add(PageTag.Item(book.Id));
        foreach (var changes in Stories.Select(story => story.Changes).OfType<EditionChanges>()) tags.Add(book.Id, changes);
        return Page();
    }
}
