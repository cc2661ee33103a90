using System.IO.Compression;
using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Settings;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class DepartmentsTests
{
    private const string Center = "4center0000000000000000000";
    private const string CenterPage = "/admin/departments/" + Center;

    [Theory, EachEngine]
    public async Task One_change_is_right_on_pages_and_in_the_books_colophon(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var other = await DepartmentAsync(site, "訪問係");
        const string book = "guides/acp";
        Assert.DoesNotContain("000-111-2222", await site.Visitor.GetStringAsync("/about"), StringComparison.Ordinal);
        var department = await DepartmentOfAsync(site, book);
        var name = (await site.LatestAsync(department)).DisplayText!;
        Assert.Contains(name, await EpubAsync(site, book), StringComparison.Ordinal);
        await editor.FillAsync($"/admin/departments/{department}", "publish", ("DepartmentPart.Telephone.Text", "000-111-2222"), ("TitlePart.Title", "新しい名の係")).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Contains("新しい名の係", await EpubAsync(site, book), StringComparison.Ordinal);
        Assert.Contains("000-111-2222", await site.Visitor.GetStringAsync($"/{book}/print"), StringComparison.Ordinal);
        var line = (await editor.PageAsync("/admin/departments")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("新しい名の係", StringComparison.Ordinal));
        var uses = line.QuerySelector("a[href*='department:']")!.GetAttribute("href")!;
        var listed = await editor.PageAsync(uses);
        Assert.NotEmpty(listed.QuerySelectorAll("tbody tr"));
        Assert.Contains("ありません", (await editor.PageAsync($"/admin/departments/{other}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Joining_shows_what_changes_first_and_then_rewrites_drafts_and_pages_at_once(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var to = await DepartmentAsync(site, "引き継ぐ係");
        var page = await site.PublishPageAsync("joined", more: $$""", "ContactPart": { "Department": { "ContentItemIds": ["{{Center}}"] } }""");
        (await editor.EditAsync(page, "save", ("MarkdownBodyPart.Markdown", "下書きの文"))).Dispose();
        var rehearsal = await FormAsync(editor, to, "rehearse").ExpectAsync(HttpStatusCode.OK);
        Assert.Contains("joinedの題", rehearsal.QuerySelector("#rehearsal")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Center, (await site.VersionsAsync(page)).Single(v => v.Published).Get<ContactPart>()!.DepartmentId);
        await FormAsync(editor, to, "join").ExpectAsync(HttpStatusCode.Redirect);
        var versions = await site.VersionsAsync(page);
        var (live, draft) = (versions.Single(v => v.Published), versions.Single(v => v.Latest));
        Assert.Equal((to, to), (live.Get<ContactPart>()!.DepartmentId, draft.Get<ContactPart>()!.DepartmentId));
        Assert.Equal("下書きの文", draft.Data["MarkdownBodyPart"]!["Markdown"]!.ToString());
        Assert.Contains("引き継ぐ係", await site.Visitor.GetStringAsync("/joined"), StringComparison.Ordinal);
        Assert.DoesNotContain("下書きの文", await site.Visitor.GetStringAsync("/joined"), StringComparison.Ordinal);
        Assert.Equal(to, (await site.SettingsAsync()).Section<ContactSettings>().DepartmentId);
        Assert.DoesNotContain(await site.VersionsAsync(Center), v => v.Latest || v.Published);
        Assert.Equal("担当を「さくら市在宅医療・介護連携支援センター（見本）」から「引き継ぐ係」に付け替えた", (await site.RecordedAsync("Saved")).Comment);
    }

    [Fact]
    public async Task One_page_that_cannot_be_rewritten_holds_up_the_whole()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var to = await DepartmentAsync(site, "引き継ぐ係");
        await FormAsync(editor, to, "rehearse").ExpectAsync(HttpStatusCode.OK);
        var form = await FieldsAsync(editor, to);
        await site.PublishPageAsync("meanwhile", more: $$""", "ContactPart": { "Department": { "ContentItemIds": ["{{Center}}"] } }""");
        await editor.PostAsync(CenterPage, [.. form, new("act", "join")]).ExpectAsync(HttpStatusCode.Conflict);
        Assert.Contains(await site.VersionsAsync(Center), v => v.Published);
        Assert.Equal(Center, (await site.SettingsAsync()).Section<ContactSettings>().DepartmentId);
    }

    [Fact]
    public async Task A_department_in_use_cannot_go_without_a_successor_by_any_door()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        foreach (var successor in new[] { "", Center, "4nothing00000000000000000", "../../etc" })
        {
            var page = await editor.PostAsync(CenterPage, [.. Colleague.Changed(await FieldsAsync(editor, ""), ("successor", successor)), new("act", "join")]).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector(".errors a[href='#successor']"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await editor.PostAsync(CenterPage, [.. await FieldsAsync(editor, ""), new("act", "trash")]).StatusAsync());
        (await editor.EditAsync(Center, "trash")).Dispose();
        (await editor.EditAsync(Center, "unpublish")).Dispose();
        Assert.Contains(await site.VersionsAsync(Center), v => v.Published);
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync(CenterPage).StatusAsync());
        Assert.Equal(HttpStatusCode.NotFound, await editor.GetAsync("/admin/departments/4menvma1n00000000000000000").StatusAsync());
    }

    [Fact]
    public async Task A_stale_form_shows_both_numbers()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var form = Colleague.FormOf(await editor.PageAsync(CenterPage));
        await editor.FillAsync(CenterPage, "publish", ("DepartmentPart.Telephone.Text", "000-000-1111")).ExpectAsync(HttpStatusCode.Redirect);
        var page = await editor.PostAsync(CenterPage, [.. Colleague.Changed(form, ("DepartmentPart.Telephone.Text", "000-000-2222")), new("act", "publish")]).ExpectAsync(HttpStatusCode.Conflict);
        Assert.Equal("000-000-2222", page.QuerySelector("[name='DepartmentPart.Telephone.Text']")!.GetAttribute("value"));
        Assert.Contains("000-000-1111", page.QuerySelector("form .problem")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> FormAsync(Colleague who, string successor, string act) => await who.PostAsync(CenterPage, [.. await FieldsAsync(who, successor), new("act", act)]);

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(Colleague who, string successor)
    {
        var page = await who.PageAsync(CenterPage);
        return [new("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("seen", page.QuerySelector("[name=seen]")!.GetAttribute("value")!), new("successor", successor)];
    }

    private static async Task<string> DepartmentAsync(RunningSite site, string name) => await site.InScopeAsync(async scope =>
    {
        var item = Cms.Content.ContentItemConverter.Read(Cms.Content.ContentJson.ParseObject($$"""{ "ContentType": "Department", "TitlePart": { "Title": "{{name}}" }, "DepartmentPart": { "Telephone": { "Text": "000-000-9999" } } }"""));
        Assert.Empty(await scope.GetRequiredService<Cms.Content.ContentStore>().PublishAsync(item));
        return item.ContentItemId;
    });

    private static async Task<string> DepartmentOfAsync(RunningSite site, string path) => await site.InScopeAsync(async scope =>
    {
        var shelf = scope.GetRequiredService<Guides.Books.Bookshelf>();
        return (await shelf.FindAsync(path.Split('/')[0], path.Split('/')[1]))!.DepartmentId!;
    });

    private static async Task<string> EpubAsync(RunningSite site, string book)
    {
        await using var zip = await ZipArchive.CreateAsync(new MemoryStream(await site.Visitor.GetByteArrayAsync($"/{book}.epub")), ZipArchiveMode.Read, leaveOpen: false, null);
        var texts = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith("html", StringComparison.Ordinal) || entry.Name.EndsWith("opf", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            texts.Add(await reader.ReadToEndAsync());
        }

        return string.Concat(texts);
    }
}
