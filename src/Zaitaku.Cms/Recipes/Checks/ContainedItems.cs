using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>The items that live inside another: in bags, flows, menus, taxonomies, and the child terms at a term's root.</summary>
internal static class ContainedItems
{
    private static readonly string[] Lists = [nameof(Parts.BagPart.ContentItems), "Widgets", nameof(Parts.TaxonomyPart.Terms), nameof(Parts.MenuItemsListPart.MenuItems)];

    /// <summary>The items directly inside this bag of an item, or this part.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject bag) => bag.Where(p => Lists.Contains(p.Key)).SelectMany(p => p.Value switch
    {
        JsonArray list => list.OfType<JsonObject>(),
        JsonObject zones => zones.SelectMany(zone => zone.Value.Objects()),
        _ => [],
    });

    /// <summary>Gathers the ids of everything inside, at any depth.</summary>
    public static void Ids(JsonObject bag, ICollection<string> ids)
    {
        foreach (var part in bag.Select(p => p.Value).OfType<JsonObject>().Prepend(bag))
        {
            foreach (var item in Of(part))
            {
                if (item[nameof(ContentItem.ContentItemId)].Text() is { } id) ids.Add(id);
                Ids(item, ids);
            }
        }
    }
}
