using Zaitaku.Admin.Navigation;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Tests.Navigation;

public sealed class MenuRowsTests
{
    [Theory]
    [InlineData("a b c", "up:1", "b a c"), InlineData("a b c", "down:0", "b a c"), InlineData("a b c", "up:0", "a b c"), InlineData("a b c", "down:2", "a b c"), InlineData("a b c", "remove:1", "a c")]
    [InlineData("a b c", "in:1", "a >b c"), InlineData("a >b c", "out:1", "a b c"), InlineData("a b", "in:0", "a b")]
    [InlineData("a >b c", "up:2", "c a >b"), InlineData("a >b c", "down:0", "c a >b"), InlineData("a b >c >d e", "remove:1", "a e"), InlineData("a >b >c", "up:2", "a >c >b"), InlineData("a >b c", "down:1", "a c >b")]
    [InlineData("a >b", "up:1", "b a"), InlineData("a b", "up:9", "a b"), InlineData("a b", "sideways:1", "a b"), InlineData("a b", "up:x", "a b"), InlineData("a b", "", "a b")]
    public void Buttons_move_lines_with_what_is_inside_them(string before, string act, string after) =>
        Assert.Equal(after, string.Join(' ', MenuRows.Do(Read(before), act).Select(row => (row.Inside ? ">" : "") + row.Title)));

    [Fact]
    public void A_menu_that_nobody_touched_keeps_every_letter_of_its_json()
    {
        var menu = Menu();
        var before = menu.Data.ToJsonString();
        MenuItems.Put(menu, MenuItems.Rows(menu));
        Assert.Equal(before, menu.Data.ToJsonString());
    }

    [Fact]
    public void Lines_are_nested_taken_out_and_renamed_and_what_lines_do_not_say_stays()
    {
        var menu = Menu();
        List<MenuRow> rows = [new("b", "改めた", "/new", false), new("a", "一", "/a", true), new("", "足した", "https://x.example", false)];
        MenuItems.Put(menu, rows);
        var after = MenuItems.Rows(menu);
        Assert.Equal(rows.Select(row => (row.Title, row.Url, row.Inside)), after.Select(row => (row.Title, row.Url, row.Inside)));
        var items = menu.Data["MenuItemsListPart"]!["MenuItems"]!;
        Assert.Equal("kept", items[0]!["UnknownPart"]!["X"]!.ToString());
        Assert.Equal("LinkMenuItem", items[1]!["ContentType"]!.ToString());
        Assert.Equal(26, items[1]!["ContentItemId"]!.ToString().Length);
    }

    [Fact]
    public void Two_lines_of_one_id_are_two_items()
    {
        var menu = Menu();
        MenuItems.Put(menu, [new("a", "一", "/a", false), new("a", "また一", "/a", false)]);
        Assert.Distinct(MenuItems.Rows(menu).Select(row => row.Id));
    }

    private static List<MenuRow> Read(string lines) => [.. lines.Split(' ').Select(word => new MenuRow("", word.TrimStart('>'), "/x", word[0] == '>'))];

    private static ContentItem Menu() => ContentItemConverter.Read(ContentJson.ParseObject(
        """
        { "ContentType": "Menu", "MenuItemsListPart": { "MenuItems": [
          { "ContentItemId": "a", "ContentType": "LinkMenuItem", "DisplayText": "一", "TitlePart": { "Title": "一" }, "LinkMenuItemPart": { "Url": "/a", "Target": "_blank" } },
          { "ContentItemId": "b", "ContentType": "LinkMenuItem", "DisplayText": "二", "TitlePart": { "Title": "二" }, "LinkMenuItemPart": { "Url": "/b" }, "UnknownPart": { "X": "kept" },
            "MenuItemsListPart": { "MenuItems": [ { "ContentItemId": "c", "ContentType": "ContentMenuItem", "DisplayText": "三", "ContentMenuItemPart": { "SelectedContentItem": {} } } ] } } ] } }
        """));
}
