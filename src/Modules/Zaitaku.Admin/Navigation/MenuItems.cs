using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Navigation;

/// <summary>
/// A menu's lines in Orchard Core's JSON: items inside <c>MenuItemsListPart</c>, each with one of its own for what stands inside it. What the lines do
/// not say stays as it is.
/// </summary>
public static class MenuItems
{
    public const string MenuType = "Menu";
    private const string LinkType = "LinkMenuItem";
    private const string Link = nameof(LinkMenuItemPart);

    public static List<MenuRow> Rows(ContentItem menu) =>
        [.. Inside(menu.Data).SelectMany(item => Inside(item).Select(inner => RowOf(inner, inside: true)).Prepend(RowOf(item, inside: false)))];

    /// <summary>Puts the lines into the menu. Two lines of one id are not two items.</summary>
    public static void Put(ContentItem menu, IReadOnlyList<MenuRow> rows)
    {
        var known = Inside(menu.Data).SelectMany(item => Inside(item).Prepend(item)).GroupBy(IdOf).ToDictionary(group => group.Key, group => group.First());
        var (items, taken) = (new JsonArray(), new HashSet<string>());
        foreach (var row in rows)
        {
            var item = known.GetValueOrDefault(row.Id) is { } before && taken.Add(row.Id) ? (JsonObject)before.DeepClone() : New();
            Write(item, row);
            if (row.Inside && items.LastOrDefault() is JsonObject above) ListOf(above).Add(item);
            else
            {
                if (Inside(item).Any()) ListOf(item).Clear();
                items.Add(item);
            }
        }

        if (JsonNode.DeepEquals(menu.Data[nameof(MenuItemsListPart)]?[nameof(MenuItemsListPart.MenuItems)] ?? new JsonArray(), items)) return;
        if (menu.Data[nameof(MenuItemsListPart)] is not JsonObject part) menu.Data[nameof(MenuItemsListPart)] = part = [];
        part[nameof(MenuItemsListPart.MenuItems)] = items;
    }

    private static JsonObject New() => new() { ["ContentItemId"] = ContentId.New(), ["ContentType"] = LinkType };

    private static void Write(JsonObject item, MenuRow row)
    {
        if (item["DisplayText"]?.ToString() != row.Title)
        {
            item["DisplayText"] = row.Title;
            PartOf(item, nameof(TitlePart))[nameof(TitlePart.Title)] = row.Title;
        }

        if (IsLink(item) && item[Link]?["Url"]?.ToString() != row.Url) PartOf(item, Link)["Url"] = row.Url;
    }

    private static MenuRow RowOf(JsonObject item, bool inside) => new(IdOf(item), item["DisplayText"]?.ToString() ?? "", item[Link]?["Url"]?.ToString() ?? "", inside);

    private static bool IsLink(JsonObject item) => item["ContentType"]?.ToString() == LinkType;

    private static string IdOf(JsonObject item) => item["ContentItemId"]?.ToString() ?? "";

    private static IEnumerable<JsonObject> Inside(JsonObject item) =>
        (item[nameof(MenuItemsListPart)]?[nameof(MenuItemsListPart.MenuItems)] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static JsonArray ListOf(JsonObject item)
    {
        var part = PartOf(item, nameof(MenuItemsListPart));
        if (part[nameof(MenuItemsListPart.MenuItems)] is not JsonArray list) part[nameof(MenuItemsListPart.MenuItems)] = list = [];
        return list;
    }

    private static JsonObject PartOf(JsonObject item, string name)
    {
        if (item[name] is not JsonObject part) item[name] = part = [];
        return part;
    }
}
