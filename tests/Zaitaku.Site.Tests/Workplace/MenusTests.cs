using System.Net;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Access;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class MenusTests
{
    private const string Main = "/admin/menus/4menvma1n00000000000000000";
    private const string MainId = "4menvma1n00000000000000000";

    [Theory, EachEngine]
    public async Task A_page_is_added_by_its_title_nested_moved_and_published(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        await site.PublishPageAsync("new-in-menu");
        var page = await editor.FillAsync(Main, "add", ("target", "new-in-menuの題")).ExpectAsync(HttpStatusCode.OK);
        Assert.Equal("new-in-menuの題", page.QuerySelector("#title-5")!.GetAttribute("value"));
        Assert.Contains("まだ保存していません", page.QuerySelector(".warning")!.TextContent, StringComparison.Ordinal);
        page = await PressAsync(editor, page, "up:5");
        page = await PressAsync(editor, page, "in:4");
        Assert.DoesNotContain("new-in-menu", await site.Visitor.GetStringAsync("/about"), StringComparison.Ordinal);
        await editor.PostAsync(Main, [.. Colleague.FormOf(page), new("act", "save")]).ExpectAsync(HttpStatusCode.Redirect);
        Assert.DoesNotContain("new-in-menu", await site.Visitor.GetStringAsync("/about"), StringComparison.Ordinal);
        await editor.FillAsync(Main, "publish").ExpectAsync(HttpStatusCode.Redirect);
        var shown = await site.PageAsync("/about");
        Assert.Equal("/new-in-menu", shown.QuerySelector(".site-menu details.inside a")!.GetAttribute("href"));
        var item = await site.LatestAsync(MainId);
        var items = (JsonArray)item.Data["MenuItemsListPart"]!["MenuItems"]!;
        Assert.Equal(5, items.Count);
        Assert.Equal("/new-in-menu", items[3]!["MenuItemsListPart"]!["MenuItems"]![0]!["LinkMenuItemPart"]!["Url"]!.ToString());
        Assert.Equal("hanako", (await site.RecordedAsync("Published")).UserName);
    }

    [Fact]
    public async Task Links_to_what_readers_cannot_open_are_shown_as_problems()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        await site.PublishPageAsync("for-staff", more: """, "AudiencePart": { "Audience": "Staff" }""");
        string[] targets = ["/nowhere", "/for-staff", "/media/none.pdf", "https://other.example/", "/guides", "tel:000-0000-0000"];
        var page = await editor.PageAsync(Main);
        foreach (var target in targets) page = await PressAsync(editor, page, "add", ("target", target), ("words", "x"));
        Assert.Equal([5, 6, 7], Enumerable.Range(0, 11).Where(at => page.QuerySelector($"#url-{at}-problem") is not null));
        Assert.Contains("公開していない", page.QuerySelector("#url-6-problem")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("for-staff", page.QuerySelector("#pages")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_shows_both_orders_and_changes_nothing()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var form = Colleague.FormOf(await editor.PageAsync(Main));
        await PressAsync(editor, await editor.PageAsync(Main), "save", HttpStatusCode.Redirect, ("target", "x"));
        var before = await site.LatestAsync(MainId);
        var page = await editor.PostAsync(Main, [.. form, new("act", "publish")]).ExpectAsync(HttpStatusCode.Conflict);
        Assert.NotNull(page.QuerySelector("[aria-labelledby=theirs]"));
        Assert.Equal(before.ContentItemVersionId, (await site.LatestAsync(MainId)).ContentItemVersionId);
        await editor.PostAsync(Main, [.. Colleague.FormOf(page), new("act", "publish")]).ExpectAsync(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_line_that_would_not_do_is_refused()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        foreach (var (field, value) in new[] { ("url", "javascript:alert(1)"), ("url", "//other.example"), ("url", "/\\other.example"), ("url", "guides"), ("title", "") })
        {
            var form = Colleague.FormOf(await editor.PageAsync(Main));
            form[form.FindIndex(pair => pair.Key == field)] = new(field, value);
            var page = await editor.PostAsync(Main, [.. form, new("act", "publish")]).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector($".errors a[href='#{field}-0']"));
            Assert.Equal(value, page.QuerySelector($"#{field}-0")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Only_those_who_publish_may_and_only_menus_are_found()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync("/admin/menus").StatusAsync());
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        Assert.Equal(HttpStatusCode.NotFound, await editor.GetAsync("/admin/menus/4center0000000000000000000").StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await editor.PostAsync(Main, [new("act", "publish")]).StatusAsync());
        var form = Colleague.FormOf(await editor.PageAsync(Main));
        await editor.PostAsync(Main, [.. form, new("DisplayText", "x"), new("Audience", "Staff"), new("AliasPart.Alias", "x"), new("id", "4center0000000000000000000"), new("act", "publish")]).ExpectAsync(HttpStatusCode.Redirect);
        var item = await site.LatestAsync(MainId);
        Assert.Equal((Audience.Public, "main-menu"), (item.Audience, item.Data["AliasPart"]!["Alias"]!.ToString()));
    }

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> PressAsync(Colleague who, AngleSharp.Html.Dom.IHtmlDocument page, string act, params (string Name, string Value)[] changes) =>
        PressAsync(who, page, act, HttpStatusCode.OK, changes);

    private static Task<AngleSharp.Html.Dom.IHtmlDocument> PressAsync(Colleague who, AngleSharp.Html.Dom.IHtmlDocument page, string act, HttpStatusCode status, params (string Name, string Value)[] changes) =>
        who.PostAsync(Main, [.. Colleague.Changed(Colleague.FormOf(page), changes), new("act", act)]).ExpectAsync(status);
}
