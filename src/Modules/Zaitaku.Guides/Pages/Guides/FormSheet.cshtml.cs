using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.FormSheets;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>One form: its files and how to use it.</summary>
public sealed class FormSheetModel(FormSheetRack rack, ChapterTexts texts, Departments departments, PageTags tags) : PageModel
{
    public FormSheet Sheet { get; private set; } = null!;

    public RenderedText? HowTo { get; private set; }

    public Department? Department { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item) return NotFound();
        Sheet = await rack.OfAsync(item, cancel);
        HowTo = await texts.OfAsync(item, TextForm.Plain);
        Department = await departments.FindAsync(item.Get<ContactPart>()?.DepartmentId);
        tags.Add(PageTag.Item(item.ContentItemId));
        return Page();
    }
}
