using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Rendering;

namespace Zaitaku.Cms.Pages.Content;

/// <summary>Shows any item that no module has a page for: its parts, in the order of its type, each by the partial of its name.</summary>
public sealed class ItemModel(ItemParts parts, PageTags tags) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    /// <summary>The parts that have something to show.</summary>
    public IReadOnlyList<PartView> Parts { get; private set; } = [];

    /// <summary>Whether a part of the type's own name draws the whole page, as on the home page.</summary>
    public bool IsWhole { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item) return NotFound();
        Item = item;
        Parts = await parts.OfAsync(item, PageContext);
        var own = Parts.FirstOrDefault(part => part.Definition.PartName == item.ContentType && parts.Has(PageContext, $"Parts/{item.ContentType}"));
        IsWhole = own is not null;
        if (own is not null) Parts = [own];
        tags.Add(PageTag.Item(item.ContentItemId));
        return Page();
    }
}
