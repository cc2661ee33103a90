using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Guides.FormSheets;

namespace Zaitaku.Guides.Pages.Guides;

/// <summary>All forms: <c>/forms</c>.</summary>
public sealed class FormSheetsModel(FormSheetRack rack, PageTags tags) : PageModel
{
    public IReadOnlyList<FormSheet> Sheets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sheets = await rack.AllAsync(cancel);
        tags.Add(PageTag.Type(FormSheetRack.ContentType));
    }
}
