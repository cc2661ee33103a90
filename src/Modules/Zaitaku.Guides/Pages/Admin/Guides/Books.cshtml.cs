using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Pages.Admin.Guides;

/// <summary>The books of both shelves, each with its last edition and whether it has been changed since.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class BooksModel(Bookshelf bookshelf) : PageModel
{
    public IReadOnlyList<Book> Books { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Books = [.. await bookshelf.BooksAsync(Shelf.Guides, cancel), .. await bookshelf.BooksAsync(Shelf.Handbooks, cancel)];
}
