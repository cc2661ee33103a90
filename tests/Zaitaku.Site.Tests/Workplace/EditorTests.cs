using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Site.Tests.Workplace;

[Collection(WorkplaceTests.Name)]
public sealed class EditorTests(WorkplaceSite workplace)
{
    private const string Body = "MarkdownBodyPart.Markdown";

    private RunningSite Site => workplace.Site;

    [Theory]
    [InlineData("Guidebook"), InlineData("Chapter"), InlineData("Leaflet"), InlineData("Worksheet"), InlineData("GlossaryTerm"), InlineData("FormSheet")]
    [InlineData("Department"), InlineData("Page"), InlineData("HomePage"), InlineData("Menu")]
    public async Task Saving_a_form_that_nobody_touched_changes_nothing(string type)
    {
        using var editor = workplace.As(RoleNames.Editor);
        var id = await Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Content.IgnoreQueryFilters().Where(i => i.ContentType == type && i.Latest).Select(i => i.ContentItemId).FirstAsync());
        var before = await Site.LatestAsync(id);
        using var answer = await editor.EditAsync(id, "save");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await Site.LatestAsync(id);
        Assert.NotEqual(before.ContentItemVersionId, after.ContentItemVersionId);
        Assert.True(JsonNode.DeepEquals(before.Data, after.Data), $"{before.Data}\n{after.Data}");
        Assert.Equal("hanako", after.Author);
    }

    [Fact]
    public async Task What_the_site_does_not_know_survives_an_edit()
    {
        var id = await Site.PublishPageAsync("unknown-things", more: """, "FlowPart": { "Widgets": [ { "a": 1.50 } ] }, "loose": 7""");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await editor.EditAsync(id, "save", (Body, "直した本文"));
        var after = await Site.LatestAsync(id);
        Assert.Equal("""{"Widgets":[{"a":1.50}]}""", after.Data["FlowPart"]!.ToJsonString());
        Assert.Equal("7", after.Data["loose"]!.ToJsonString());
        Assert.Equal("直した本文", after.Get<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var id = await Site.PublishPageAsync("many-fields");
        using var editor = workplace.As(RoleNames.Editor);
        var before = await Site.LatestAsync(id);
        (string, string)[] extra = [("ContentItemId", "x"), ("Published", "true"), ("Owner", "x"), ("FlowPart.Widgets", "x"), ("TitlePart.Unknown", "x"), .. Enumerable.Range(0, 900).Select(n => ($"Part{n}.Property", "x"))];
        using var answer = await editor.EditAsync(id, "save", extra);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(JsonNode.DeepEquals(before.Data, (await Site.LatestAsync(id)).Data));
        using var flood = await editor.EditAsync(id, "save", [.. Enumerable.Range(0, 2000).Select(n => ($"Part{n}.Property", "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, flood.StatusCode);
    }

    [Fact]
    public async Task The_second_to_save_gets_both_texts_and_loses_none()
    {
        var id = await Site.PublishPageAsync("two-editors", "一。\n\n二。\n\n三。");
        using var hanako = workplace.As(RoleNames.Editor);
        using var taro = workplace.As(RoleNames.Editor, "taro");
        var begun = Colleague.FormOf(await taro.PageAsync($"/admin/content/{id}"));
        using var first = await hanako.EditAsync(id, "save", (Body, "一、花子。\n\n二。\n\n三。"));
        using var second = await taro.PostAsync($"/admin/content/{id}", [.. Colleague.Changed(begun, (Body, "一。\n\n二。\n\n三、太郎。"), ("TitlePart.Title", "太郎の題")), new("act", "save")]);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("一、花子。\n\n二。\n\n三。", (await Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown);
        var page = await Colleague.ReadAsync(second);
        Assert.Contains("hanako", page.Body!.TextContent, StringComparison.Ordinal);
        using var merged = await taro.PostAsync($"/admin/content/{id}", [.. Colleague.FormOf(page), new("act", "merge")]);
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        var after = await Site.LatestAsync(id);
        Assert.Equal("一、花子。\n\n二。\n\n三、太郎。", after.Get<MarkdownBodyPart>()!.Markdown);
        Assert.Equal("太郎の題", after.DisplayText);
    }

    [Fact]
    public async Task Where_both_changed_one_line_the_second_chooses()
    {
        var id = await Site.PublishPageAsync("one-line", "同じ行。");
        using var hanako = workplace.As(RoleNames.Editor);
        using var taro = workplace.As(RoleNames.Editor, "taro");
        var begun = Colleague.FormOf(await taro.PageAsync($"/admin/content/{id}"));
        using var first = await hanako.EditAsync(id, "save", (Body, "花子の行。"));
        using var second = await taro.PostAsync($"/admin/content/{id}", [.. Colleague.Changed(begun, (Body, "太郎の行。")), new("act", "save")]);
        var page = await Colleague.ReadAsync(second);
        Assert.Contains("花子", page.Body!.TextContent, StringComparison.Ordinal);
        using var chosen = await taro.PostAsync($"/admin/content/{id}", [.. Colleague.Changed(Colleague.FormOf(page), ($"choice:{Body}", "theirs")), new("act", "merge")]);
        Assert.Equal("花子の行。", (await Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task A_refused_form_says_why_at_its_field_and_keeps_what_was_typed()
    {
        var id = await Site.PublishPageAsync("refused");
        using var editor = workplace.As(RoleNames.Editor);
        using var answer = await editor.EditAsync(id, "publish", ("TitlePart.Title", "  "), (Body, "消えてはいけない文"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Colleague.ReadAsync(answer);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#TitlePart-Title")!.GetAttribute("aria-invalid"));
        Assert.NotNull(page.QuerySelector(".errors a[href='#TitlePart-Title']"));
        Assert.Contains("消えてはいけない文", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await Site.VersionsAsync(id));
    }

    [Theory]
    [InlineData("save"), InlineData("publish")]
    public async Task A_new_page_without_a_title_is_not_taken(string act)
    {
        using var editor = workplace.As(RoleNames.Editor);
        var form = Colleague.FormOf(await editor.PageAsync("/admin/content/new/Page"));
        using var answer = await editor.PostAsync("/admin/content/new/Page", [.. Colleague.Changed(form, (Body, "題名のない文")), new("act", act)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Colleague.ReadAsync(answer)).QuerySelector(".errors a[href='#TitlePart-Title']"));
    }

    [Theory]
    [InlineData("search"), InlineData("Account/Sign-In"), InlineData("admin/news"), InlineData("feed.xml")]
    public async Task A_page_does_not_take_an_address_of_the_site_itself(string path)
    {
        using var editor = workplace.As(RoleNames.Editor);
        var form = Colleague.FormOf(await editor.PageAsync("/admin/content/new/Page"));
        using var answer = await editor.PostAsync("/admin/content/new/Page", [.. Colleague.Changed(form, ("TitlePart.Title", "お知らせ"), ("AutoroutePart.Path", path), (Body, "文")), new("act", "save")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Colleague.ReadAsync(answer)).QuerySelector(".errors a[href='#AutoroutePart-Path']"));
    }

    [Fact]
    public async Task Who_writes_a_chapter_is_first_asked_for_its_book()
    {
        using var editor = workplace.As(RoleNames.Editor);
        var asked = await editor.PageAsync("/admin/content/new/Chapter");
        Assert.Null(asked.QuerySelector("[name='TitlePart.Title']"));
        var book = asked.QuerySelectorAll(".choices-of a").Single(link => link.TextContent == "人生会議・在宅療養ガイドブック").GetAttribute("href");
        Assert.NotNull((await editor.PageAsync("/admin/content/new/Chapter" + book)).QuerySelector("[name='TitlePart.Title']"));
        Assert.NotNull((await editor.PageAsync("/admin/content/new/Page")).QuerySelector("[name='TitlePart.Title']"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var id = await Site.PublishPageAsync("no-token");
        using var editor = workplace.As(RoleNames.Editor);
        var form = Colleague.FormOf(await editor.PageAsync($"/admin/content/{id}")).Where(field => field.Key != "__RequestVerificationToken");
        using var save = await editor.PostAsync($"/admin/content/{id}", [.. form, new("act", "save")]);
        using var autosave = await editor.PostAsync($"/admin/content/{id}/autosave", form);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (save.StatusCode, autosave.StatusCode));
        Assert.Single(await Site.VersionsAsync(id));
    }

    [Theory]
    [InlineData("publish"), InlineData("unpublish"), InlineData("trash")]
    public async Task A_coordinator_writes_and_an_editor_publishes(string act)
    {
        var id = await Site.PublishPageAsync($"coordinated-{act}");
        using var coordinator = workplace.As(RoleNames.Coordinator);
        using var refused = await coordinator.EditAsync(id, act);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var planned = await coordinator.EditAsync(id, "save", ("PublishLaterPart.ScheduledPublishUtc", "2099-01-01T09:00"));
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Null((await Site.LatestAsync(id)).Get<PublishLaterPart>());
        Assert.Contains(await Site.VersionsAsync(id), version => version.Published);
    }

    [Theory]
    [InlineData("/admin"), InlineData("/admin/content"), InlineData("/admin/trash"), InlineData("/admin/audit-trail"), InlineData("/admin/content/new/Page")]
    public async Task The_workplace_is_closed_to_those_who_do_not_work_there(string path)
    {
        using var professional = workplace.As(RoleNames.Professional);
        using var answer = await professional.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var stranger = await Site.Visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_outlives_the_browser_until_it_is_saved()
    {
        var id = await Site.PublishPageAsync("kept-typing");
        using var editor = workplace.As(RoleNames.Editor);
        var form = Colleague.Changed(Colleague.FormOf(await editor.PageAsync($"/admin/content/{id}")), (Body, "書きかけ"));
        using var kept = await editor.PostAsync($"/admin/content/{id}/autosave", form);
        using var later = workplace.As(RoleNames.Editor);
        Assert.NotNull((await later.PageAsync($"/admin/content/{id}")).QuerySelector("a[href^='?from=autosave']"));
        Assert.Contains("書きかけ", (await later.PageAsync($"/admin/content/{id}?from=autosave")).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        using var other = workplace.As(RoleNames.Editor, "taro");
        Assert.Null((await other.PageAsync($"/admin/content/{id}")).QuerySelector("a[href^='?from=autosave']"));
        using var saved = await later.EditAsync(id, "save");
        Assert.Null((await later.PageAsync($"/admin/content/{id}")).QuerySelector("a[href^='?from=autosave']"));
    }

    [Fact]
    public async Task Each_editor_sees_that_the_other_is_there()
    {
        var id = await Site.PublishPageAsync("two-at-once");
        using var hanako = workplace.As(RoleNames.Editor);
        using var taro = workplace.As(RoleNames.Editor, "taro");
        await hanako.PageAsync($"/admin/content/{id}");
        Assert.Contains("hanako さん", (await taro.PageAsync($"/admin/content/{id}")).QuerySelector(".warning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trash_gives_back_and_only_an_administrator_empties_it()
    {
        var id = await Site.PublishPageAsync("thrown-away");
        using var editor = workplace.As(RoleNames.Editor);
        using var thrown = await editor.EditAsync(id, "trash");
        using var gone = await Site.Visitor.GetAsync("/thrown-away");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var token = Colleague.FormOf(await editor.PageAsync("/admin/trash"));
        using var refused = await editor.PostAsync("/admin/trash", [.. token, new("purge", id)]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var back = await editor.PostAsync("/admin/trash", [.. token, new("restore", id)]);
        var draft = await Site.LatestAsync(id);
        Assert.False(draft.Published);
        using var again = await editor.EditAsync(id, "trash");
        using var owner = workplace.As($"{ByRole.May}AccessAdminPanel+EditContent+DeleteContent+ManageSettings", "shoyusha");
        using var settingsAreNotEnough = await owner.PostAsync("/admin/trash", [.. Colleague.FormOf(await owner.PageAsync("/admin/trash")), new("purge", id)]);
        Assert.Equal(HttpStatusCode.Forbidden, settingsAreNotEnough.StatusCode);
        using var administrator = workplace.As(RoleNames.Administrator);
        using var purged = await administrator.PostAsync("/admin/trash", [.. Colleague.FormOf(await administrator.PageAsync("/admin/trash")), new("purge", id)]);
        Assert.Empty(await Site.VersionsAsync(id));
        var acts = await Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<Cms.AuditTrail.AuditTrailEvent>().Where(e => e.CorrelationId == id).OrderBy(e => e.Id).Select(e => e.Name).ToListAsync());
        Assert.Equal([Acts.Removed, Acts.Restored, Acts.Removed, Acts.Purged], acts);
        // The record speaks of what is gone, and leads nowhere.
        var record = await administrator.PageAsync($"/admin/audit-trail?q={id}");
        Assert.Contains("thrown-awayの題", record.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(record.QuerySelectorAll("tbody a:not([href^='/admin/audit-trail'])"));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_a_draft_while_readers_keep_theirs()
    {
        var id = await Site.PublishPageAsync("versions", "はじめの文");
        using var editor = workplace.As(RoleNames.Editor);
        using var changed = await editor.EditAsync(id, "publish", (Body, "あとの文"));
        var first = (await Site.VersionsAsync(id))[0];
        var page = await editor.PageAsync($"/admin/content/{id}/versions?a={first.ContentItemVersionId}&b={(await Site.LatestAsync(id)).ContentItemVersionId}");
        Assert.Contains("はじめの文", page.QuerySelector(".diff .gone")!.TextContent, StringComparison.Ordinal);
        using var restored = await editor.PostAsync($"/admin/content/{id}/versions", [.. Colleague.FormOf(page).Where(f => f.Key != "version"), new("version", first.ContentItemVersionId)]);
        var versions = await Site.VersionsAsync(id);
        Assert.Equal("はじめの文", versions.Single(v => v.Latest).Get<MarkdownBodyPart>()!.Markdown);
        Assert.Equal("あとの文", versions.Single(v => v.Published).Get<MarkdownBodyPart>()!.Markdown);
    }
}
