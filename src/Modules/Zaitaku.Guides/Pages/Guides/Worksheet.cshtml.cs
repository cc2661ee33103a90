using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Web;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Worksheets;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>
/// The worksheet. What is written on it stays on the device: the page has no form, and its policy lets the browser send nothing.
/// </summary>
public sealed class WorksheetModel(Bookshelf bookshelf, Departments departments, PageTags tags) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    public WorksheetPart Part { get; private set; } = new();

    public IReadOnlyList<WorksheetSection> Sections { get; private set; } = [];

    /// <summary>The book it belongs to by its address.</summary>
    public Book? Book { get; private set; }

    public Department? Department { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item) return NotFound();
        Item = item;
        Part = item.Get<WorksheetPart>() ?? Part;
        Sections = WorksheetSection.Of(item);
        if (item.Get<AutoroutePart>()?.Path?.Split('/') is [var shelf, var slug, _]) Book = await bookshelf.FindAsync(shelf, slug, cancel);
        Department = await departments.FindAsync(item.Get<ContactPart>()?.DepartmentId);
        Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.NothingLeaves;
        tags.Add(PageTag.Item(item.ContentItemId));
        if (Book is not null) tags.Add(PageTag.Item(Book.Id));
        return Page();
    }
}
