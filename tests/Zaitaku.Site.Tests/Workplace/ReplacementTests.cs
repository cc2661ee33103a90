using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class ReplacementTests
{
    private const string Text = "一。\n\n二。\n\n三。";

    [Theory, EachEngine]
    public async Task A_copy_goes_into_its_page_and_small_corrections_meanwhile_stay(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("replaced", Text);
        using var editor = site.As(RoleNames.Editor, "hanako");
        var copy = await BeginAsync(editor, id);
        Assert.Equal(copy, await BeginAsync(editor, id));
        using var worked = await editor.EditAsync(copy, "save", (Requests.Body, "一。\n\n二。\n\n三、新しく。"), ("TitlePart.Title", "新しい題"));
        using var corrected = await editor.EditAsync(id, "publish", (Requests.Body, "一、訂正。\n\n二。\n\n三。"));
        Assert.Equal("一、訂正。\n\n二。\n\n三。", await site.LiveTextAsync(id));
        Assert.NotNull((await editor.PageAsync($"/admin/content/{copy}")).QuerySelector($"a[href='/admin/content/{copy}/replacement']"));
        using var done = await editor.EditAsync(copy, "publish");
        Assert.Equal($"/admin/content/{id}", done.Headers.Location?.OriginalString);
        var live = (await site.VersionsAsync(id)).Single(version => version.Published);
        Assert.Equal(("一、訂正。\n\n二。\n\n三、新しく。", "新しい題", "replaced"), (live.Get<MarkdownBodyPart>()!.Markdown, live.DisplayText, live.Get<AutoroutePart>()!.Path));
        Assert.Null(live.Get<ReplacementPart>());
        Assert.Empty(await site.VersionsAsync(copy));
        Assert.Contains(Acts.ReplacementWentIn, await site.ActsAsync(id));
    }

    [Fact]
    public async Task A_copy_is_nobodys_page()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("no-page", Text, more: """, "AliasPart": { "Alias": "only-one" }""");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var copy = await BeginAsync(editor, id);
        using var worked = await editor.EditAsync(copy, "save", (Requests.Body, "まだ秘密の文。"), ("AutoroutePart.Path", "no-page-yet"));
        Assert.Equal(HttpStatusCode.Redirect, worked.StatusCode);
        foreach (var path in new[] { "/no-page", "/sitemap.xml", "/feed.xml", "/sitemap" }) Assert.DoesNotContain("no-page-yet", await site.Visitor.GetStringAsync(path), StringComparison.Ordinal);
        using var address = await site.Visitor.GetAsync("/no-page-yet");
        Assert.Equal(HttpStatusCode.NotFound, address.StatusCode);
        using var bulk = await editor.PostAsync("/admin/content", [.. Colleague.FormOf(await editor.PageAsync("/admin/content")).Where(f => f.Key != "ids"), new("ids", copy), new("verb", "publish")]);
        Assert.Equal(HttpStatusCode.BadRequest, bulk.StatusCode);
        using var trash = await editor.EditAsync(id, "trash");
        Assert.Equal(HttpStatusCode.BadRequest, trash.StatusCode);
        var rows = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<SiteDb>();
            return await db.Set<AutoroutePartIndex>().IgnoreQueryFilters().CountAsync(row => row.ContentItemId == copy) + await db.Set<AliasPartIndex>().IgnoreQueryFilters().CountAsync(row => row.ContentItemId == copy);
        });
        Assert.Equal(0, rows);
        var listed = await editor.PageAsync("/admin/content?q=status:Replacement");
        Assert.Contains("差し替え", listed.QuerySelector($"tr:has(a[href='/admin/content/{copy}']) .tag")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(copy, (await editor.PageAsync("/admin/content?q=status:Draft")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.NotNull((await editor.PageAsync($"/admin/content/{id}")).QuerySelector($"a[href='/admin/content/{copy}']"));
        var frame = (await editor.PageAsync($"/admin/content/{copy}/preview")).QuerySelector("iframe")!.GetAttribute("src")!;
        Assert.Contains("まだ秘密の文。", await site.Visitor.GetStringAsync(frame), StringComparison.Ordinal);
        Assert.DoesNotContain("まだ秘密の文。", await site.Visitor.GetStringAsync("/no-page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_both_changed_the_same_the_editor_chooses_and_nothing_is_lost()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("both-changed", Text);
        using var editor = site.As(RoleNames.Editor, "hanako");
        var copy = await BeginAsync(editor, id);
        using var worked = await editor.EditAsync(copy, "save", (Requests.Body, "一、写し。\n\n二。\n\n三。"));
        using var corrected = await editor.EditAsync(id, "publish", (Requests.Body, "一、訂正。\n\n二。\n\n三。"));
        using var refused = await editor.EditAsync(copy, "publish");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("一、訂正。\n\n二。\n\n三。", await site.LiveTextAsync(id));
        var page = await editor.PageAsync($"/admin/content/{copy}/replacement");
        Assert.Contains("訂正", page.QuerySelector(".pair")!.TextContent, StringComparison.Ordinal);
        using var silent = await editor.PostAsync($"/admin/content/{copy}/replacement", Colleague.FormOf(page));
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using var chosen = await editor.PostAsync($"/admin/content/{copy}/replacement", Colleague.Changed(Colleague.FormOf(page), ($"choice:{Requests.Body}", "text"), ($"text:{Requests.Body}", "一、両方。\n\n二。\n\n三。")));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        using var done = await editor.EditAsync(copy, "publish");
        Assert.Equal("一、両方。\n\n二。\n\n三。", await site.LiveTextAsync(id));
    }

    [Fact]
    public async Task A_draft_beside_it_goes_on_from_what_was_put_in()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("draft-beside", Text);
        using var editor = site.As(RoleNames.Editor, "hanako");
        var copy = await BeginAsync(editor, id);
        using var worked = await editor.EditAsync(copy, "save", (Requests.Body, "一。\n\n二。\n\n三、写し。"));
        using var draft = await editor.EditAsync(id, "save", (Requests.Body, "一、下書き。\n\n二。\n\n三。"));
        using var done = await editor.EditAsync(copy, "publish");
        Assert.Equal("一。\n\n二。\n\n三、写し。", await site.LiveTextAsync(id));
        var latest = await site.LatestAsync(id);
        Assert.Equal((false, "一、下書き。\n\n二。\n\n三、写し。"), (latest.Published, latest.Get<MarkdownBodyPart>()!.Markdown));
    }

    [Theory, EachEngine]
    public async Task A_planned_copy_goes_in_once_or_says_why_it_could_not(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var (good, bad) = (await site.PublishPageAsync("planned-good", Text), await site.PublishPageAsync("planned-bad", Text));
        using var editor = site.As(RoleNames.Editor, "hanako");
        var (goes, stays) = (await BeginAsync(editor, good), await BeginAsync(editor, bad));
        foreach (var copy in new[] { goes, stays })
        {
            using var planned = await editor.EditAsync(copy, "save", (Requests.Body, "一、写し。\n\n二。\n\n三。"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"));
            Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        }

        using var corrected = await editor.EditAsync(bad, "publish", (Requests.Body, "一、訂正。\n\n二。\n\n三。"));
        var due = new DateTime(2099, 3, 31, 15, 0, 0, DateTimeKind.Utc);
        Task<int> LookAsync() => site.InScopeAsync(services => services.GetRequiredService<Schedule>().DoAsync(due, default));
        Assert.Equal(1, (await Task.WhenAll(LookAsync(), LookAsync(), LookAsync())).Sum());
        Assert.Equal(0, await LookAsync());
        Assert.Equal(("一、写し。\n\n二。\n\n三。", "一、訂正。\n\n二。\n\n三。"), (await site.LiveTextAsync(good), await site.LiveTextAsync(bad)));
        var held = await site.LatestAsync(stays);
        Assert.Equal(("一、写し。\n\n二。\n\n三。", true), (held.Get<MarkdownBodyPart>()!.Markdown, held.Get<ReplacementPart>()!.Held?.Length > 0));
        Assert.Contains(Acts.NotPublished, await site.ActsAsync(stays));
        Assert.Contains(await site.MailAsync(), mail => mail.To == "editor@sakura.example" && mail.Subject.StartsWith("予定どおり公開できませんでした", StringComparison.Ordinal));
        Assert.NotNull((await editor.PageAsync("/admin")).QuerySelector(".tasks a[href='/admin/content?q=status:Replacement']"));
        Assert.Contains("差し替えられませんでした", (await editor.PageAsync($"/admin/content/{stays}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_approval_is_demanded_a_copy_goes_in_by_approval()
    {
        await using var site = await Requests.StartAsync();
        var id = await site.PublishPageAsync("approved-copy", Text);
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var editor = site.As(RoleNames.Editor, "hanako");
        var copy = await BeginAsync(writer, id);
        using var straight = await editor.EditAsync(copy, "publish");
        Assert.Equal(HttpStatusCode.BadRequest, straight.StatusCode);
        var request = await writer.AskAsync(copy, "承認を待つ写し。");
        Assert.Equal(ApprovalKind.Replace, (await site.RequestAsync(request)).Kind);
        Assert.Contains("承認を待つ写し。", (await editor.PageAsync(request)).QuerySelector(".diff .added")!.TextContent, StringComparison.Ordinal);
        var yes = await editor.FormAsync(request, "approve");
        using var approved = await editor.PostAsync(request, yes);
        using var again = await editor.PostAsync(request, yes);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (approved.StatusCode, again.StatusCode));
        Assert.Equal("承認を待つ写し。", await site.LiveTextAsync(id));
        using var after = await editor.GetAsync(request);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_copy_is_for_the_readers_of_its_page_whatever_becomes_of_that()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("copy-audience", Text);
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var outsider = site.As($"{ByRole.May}AccessAdminPanel+EditContent", "soto");
        var copy = await BeginAsync(editor, id);
        using var seen = await outsider.GetAsync($"/admin/content/{copy}");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        var live = await site.LatestAsync(id);
        live.Set(new AudiencePart { Audience = Audience.Staff });
        await site.InScopeAsync(services => services.GetRequiredService<Cms.Content.ContentStore>().SaveVersionAsync(live, publish: true));
        using var gone = await outsider.GetAsync($"/admin/content/{copy}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static async Task<string> BeginAsync(Colleague editor, string id)
    {
        using var begun = await editor.EditAsync(id, "copy");
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.OriginalString["/admin/content/".Length..];
    }
}
