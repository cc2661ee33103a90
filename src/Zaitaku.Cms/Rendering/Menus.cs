using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Rendering;

/// <summary>A link of a menu. <see cref="Url"/> is as the editor wrote it; one that is no address to go to is none.</summary>
/// <param name="Inside">The links one level below it.</param>
public sealed record MenuLink(string Title, string Url, IReadOnlyList<MenuLink> Inside);

/// <summary>The site's menus: content items with an alias and links inside.</summary>
public sealed class Menus(SiteDb db, SiteCache cache, Viewer viewer)
{
    private const string MenuType = "Menu";

    /// <summary>The links of the menu with this alias; none when there is no such menu.</summary>
    public ValueTask<List<MenuLink>> LinksAsync(string alias) =>
        cache.GetOrMakeAsync($"menu:{alias}:{viewer}", [PageTag.Type(MenuType)], () => ReadAsync(alias));

    private async Task<List<MenuLink>> ReadAsync(string alias)
    {
        var menu = await (from row in db.Set<AliasPartIndex>()
                          where row.Alias == alias && row.Published
                          join item in db.Content on row.ContentItemVersionId equals item.ContentItemVersionId
                          select item).AsNoTracking().FirstOrDefaultAsync();
        return Links(menu, depth: 0);
    }

    private static List<MenuLink> Links(ContentItem? item, int depth) => depth > 1 ? [] :
        [.. item?.Get<MenuItemsListPart>()?.MenuItems.Select(link => new MenuLink(link.DisplayText ?? "", link.Get<LinkMenuItemPart>()?.Url ?? "/", Links(link, depth + 1)))
            .Where(link => SafeUrl.IsLink(link.Url)) ?? []];
}
