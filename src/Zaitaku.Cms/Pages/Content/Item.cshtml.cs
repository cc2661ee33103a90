using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Rendering;

namespace Zaitaku.Cms.Pages.Content;

/// <summary>Shows any item that no module has a page for: its parts, in the order of its type, each by the partial of its name.</summary>
public sealed class ItemModel(SiteDocuments documents, ICompositeViewEngine views, PageTags tags) : PageModel
{
    public ContentItem Item { get; private set; } = null!;

    /// <summary>The parts that have something to show.</summary>
    public IReadOnlyList<PartView> Parts { get; private set; } = [];

    /// <summary>Whether a part of the type's own name draws the whole page, as on the home page.</summary>
    public bool IsWhole { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.Features.Get<ContentItem>() is not { } item) return NotFound();
        Item = item;
        var definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        var parts = definitions.Type(item.ContentType)?.PartsInOrder().Where(p => Has(p.PartName)).Select(p => new PartView(item, p)).ToList() ?? [];
        var own = parts.Find(p => p.Definition.PartName == item.ContentType);
        IsWhole = own is not null;
        Parts = own is null ? parts : [own];
        tags.Add(PageTag.Item(item.ContentItemId));
        return Page();
    }

    /// <summary>Whether the theme or a module has a partial for parts of this name. Most parts have nothing to show.</summary>
    private bool Has(string partName) => views.FindView(PageContext, "Parts/" + partName, isMainPage: false).Success;
}
