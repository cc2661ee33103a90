using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class AuditTrailTests
{
    [Theory, EachEngine]
    public async Task A_save_leads_to_what_it_changed_and_a_purged_item_leads_nowhere(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var id = await site.PublishPageAsync("traced", "まえの文");
        (await owner.EditAsync(id, "publish", ("MarkdownBodyPart.Markdown", "あとの文"))).Dispose();
        var page = await owner.PageAsync($"/admin/audit-trail?item={id}");
        var link = page.QuerySelectorAll("tbody a").First(a => a.TextContent.StartsWith("前の版との違い", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("あとの文", (await owner.PageAsync(link)).QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
        (await owner.EditAsync(id, "unpublish")).Dispose();
        (await owner.EditAsync(id, "trash")).Dispose();
        Assert.Empty((await owner.PageAsync($"/admin/audit-trail?item={id}")).QuerySelectorAll("tbody a[href*='/versions']"));
        await owner.PostAsync("/admin/trash", [new("__RequestVerificationToken", (await owner.PageAsync("/admin/trash")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("purge", id)]).ExpectAsync(HttpStatusCode.Redirect);
        var lines = await owner.PageAsync($"/admin/audit-trail?item={id}");
        Assert.Empty(lines.QuerySelectorAll("tbody a[href*='/versions']"));
        Assert.Contains("tracedの題", lines.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Lines_are_found_by_person_kind_and_day(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        await NoteAsync(site, "Settings", "SettingsChanged", "設定の題", AuditChanges.Write([new("サイトの名前", "まえ", "あと")]));
        await NoteAsync(site, "Content", "Saved", "ページの題", null);
        using var editor = new Colleague(site, RoleNames.Editor, "taro");
        async Task<string> FoundAsync(string query) => (await editor.PageAsync("/admin/audit-trail?" + query)).QuerySelector("tbody")!.TextContent;
        Assert.DoesNotContain("ページの題", await FoundAsync("kind=Settings"), StringComparison.Ordinal);
        var settings = (await editor.PageAsync("/admin/audit-trail?kind=Settings")).QuerySelector("tbody details")!;
        Assert.Contains("まえ", settings.TextContent, StringComparison.Ordinal);
        Assert.Contains("あと", settings.TextContent, StringComparison.Ordinal);
        Assert.Contains("ページの題", await FoundAsync("from=2020-01-01&until=9999-12-31"), StringComparison.Ordinal);
        Assert.DoesNotContain("ページの題", await FoundAsync("until=2020-01-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("ページの題", await FoundAsync("who=nobody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await editor.GetAsync("/admin/audit-trail?from=0001-01-01&until=x&page=-1&kind=%27&what=%22").StatusAsync());
    }

    [Fact]
    public async Task The_file_is_safe_to_open_in_a_spreadsheet()
    {
        await using var site = await WorkplaceSite.StartAsync();
        await NoteAsync(site, "Content", "Saved", "=HYPERLINK(\"http://x\",\"y\")", AuditChanges.Write([new("題", "a,\"b\"", "＝c")]));
        using var editor = new Colleague(site, RoleNames.Editor, "taro");
        using var answer = await editor.GetAsync("/admin/audit-trail?kind=Content&handler=Csv");
        var csv = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(csv.Split("\r\n"), line => line.Contains("\"=", StringComparison.Ordinal) && !line.Contains("\"\"=", StringComparison.Ordinal));
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "jiro");
        Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync("/admin/audit-trail?handler=Csv").StatusAsync());
    }

    private static Task<int> NoteAsync(RunningSite site, string kind, string act, string title, string? data) => site.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<AuditTrail>().NoteAsync(kind, act, "4nothing00000000000000000", title, data: data);
        return 0;
    });
}
