using System.Net;
using Zaitaku.Cms.Access;

namespace Zaitaku.Site.Tests.Workplace;

[Collection(WorkplaceTests.Name)]
public sealed class ContentListTests(WorkplaceSite workplace)
{
    [Fact]
    public async Task Words_are_found_in_titles_and_in_bodies_however_wide_they_are_written()
    {
        await workplace.Site.PublishPageAsync("list-words", "ＡＣＰと ﾎｰﾑヘルパー");
        using var editor = workplace.As(RoleNames.Editor);
        Assert.Contains("list-wordsの題", await ListAsync(editor, "acp ホームヘルパー type:Page"));
        Assert.Contains("list-wordsの題", await ListAsync(editor, "list-words"));
        Assert.DoesNotContain("list-wordsの題", await ListAsync(editor, "acp -ホームヘルパー"));
        Assert.DoesNotContain("list-wordsの題", await ListAsync(editor, "acp type:Chapter"));
    }

    [Fact]
    public async Task What_is_not_understood_is_told()
    {
        using var editor = workplace.As(RoleNames.Editor);
        var page = await editor.PageAsync("/admin/content?q=" + Uri.EscapeDataString("staus:Draft type:Nothing"));
        var told = page.QuerySelector(".warning")!.TextContent;
        Assert.Contains("staus:Draft", told, StringComparison.Ordinal);
        Assert.Contains("type:Nothing", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_published_items_are_told_apart()
    {
        var id = await workplace.Site.PublishPageAsync("list-states");
        using var editor = workplace.As(RoleNames.Editor);
        Assert.DoesNotContain("list-statesの題", await ListAsync(editor, "status:Draft type:Page"));
        using var saved = await editor.EditAsync(id, "save");
        Assert.Contains("list-statesの題", await ListAsync(editor, "status:Draft type:Page"));
        Assert.Contains("list-statesの題", await ListAsync(editor, "status:Published list-states"));
        using var down = await editor.EditAsync(id, "unpublish");
        Assert.DoesNotContain("list-statesの題", await ListAsync(editor, "status:Published list-states"));
    }

    [Fact]
    public async Task Many_are_published_and_taken_down_at_once()
    {
        string[] ids = [await workplace.Site.PublishPageAsync("bulk-1"), await workplace.Site.PublishPageAsync("bulk-2")];
        using var editor = workplace.As(RoleNames.Editor);
        var form = Colleague.FormOf(await editor.PageAsync("/admin/content")).Where(field => field.Key != "q").ToList();
        using var down = await editor.PostAsync("/admin/content", [.. form, .. ids.Select(id => KeyValuePair.Create("ids", id)), new("verb", "unpublish")]);
        Assert.Equal(HttpStatusCode.Redirect, down.StatusCode);
        Assert.All(ids, async id => Assert.False((await workplace.Site.LatestAsync(id)).Published));
        using var coordinator = workplace.As(RoleNames.Coordinator);
        var theirs = Colleague.FormOf(await coordinator.PageAsync("/admin/content")).Where(field => field.Key != "q");
        using var refused = await coordinator.PostAsync("/admin/content", [.. theirs, new("ids", ids[0]), new("verb", "publish")]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var nothing = await editor.PostAsync("/admin/content", [.. form, new("verb", "publish")]);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
    }

    private static async Task<List<string>> ListAsync(Colleague editor, string q) =>
        [.. (await editor.PageAsync("/admin/content?q=" + Uri.EscapeDataString(q))).QuerySelectorAll(".title-cell a").Select(link => link.TextContent)];
}
