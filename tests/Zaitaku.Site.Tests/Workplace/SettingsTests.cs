using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Settings;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class SettingsTests
{
    private const string Page = "/admin/settings";

    [Theory, EachEngine]
    public async Task The_sites_name_changes_everywhere_at_once_and_is_written_down(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var before = (await site.SettingsAsync()).SiteName!;
        Assert.Contains(before, await site.Visitor.GetStringAsync("/about"), StringComparison.Ordinal);
        await owner.FillAsync(Page, "", ("Site.SiteName", "もみじ市在宅医療センター"), ("SampleSettings.IsSample", "")).ExpectAsync(HttpStatusCode.Redirect);
        var page = await site.Visitor.GetStringAsync("/about");
        Assert.Contains("もみじ市在宅医療センター", page, StringComparison.Ordinal);
        Assert.DoesNotContain("見本サイト", page, StringComparison.Ordinal);
        var row = await site.RecordedAsync("SettingsChanged");
        Assert.Equal(("hanako", "Settings"), (row.UserName, row.Category));
        Assert.Contains(new AuditChange("サイトの名前", before, "もみじ市在宅医療センター"), AuditChanges.Read(row.Data));
        Assert.Contains("4center", (await site.SettingsAsync()).Section<ContactSettings>().DepartmentId, StringComparison.Ordinal);
        Assert.NotEmpty((await site.SettingsAsync()).Properties["FuriganaSettings"]!["Dictionary"]!.ToString());
    }

    [Fact]
    public async Task A_second_save_over_a_newer_one_shows_both_values_and_keeps_the_newer()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var first = new Colleague(site, RoleNames.Administrator, "hanako");
        using var second = new Colleague(site, RoleNames.Administrator, "taro");
        var form = Colleague.FormOf(await second.PageAsync(Page));
        await first.FillAsync(Page, "", ("Site.SiteName", "先の名前"), ("SampleSettings.Note", "先の説明")).ExpectAsync(HttpStatusCode.Redirect);
        var page = await second.PostAsync(Page, Colleague.Changed(form, ("Site.SiteName", "後の名前"))).ExpectAsync(HttpStatusCode.Conflict);
        Assert.Equal("後の名前", page.QuerySelector("#Site-SiteName")!.GetAttribute("value"));
        Assert.Contains("先の名前", page.QuerySelector("#Site-SiteName-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("先の説明", page.QuerySelector("#SampleSettings-Note")!.TextContent.Trim());
        Assert.Equal("先の名前", (await site.SettingsAsync()).SiteName);
        await second.PostAsync(Page, Colleague.FormOf(page)).ExpectAsync(HttpStatusCode.Redirect);
        var settings = await site.SettingsAsync();
        Assert.Equal(("後の名前", "先の説明"), (settings.SiteName, settings.Section<SampleSettings>().Note));
    }

    [Fact]
    public async Task What_would_not_do_is_refused_with_words_and_nothing_is_saved()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var before = (await site.SettingsAsync()).SiteName;
        foreach (var (name, value) in new[]
        {
            ("Site.SiteName", ""), ("Site.SiteName", new string('あ', 101)), ("Site.SiteName", "一行\n二行"), ("Site.BaseUrl", "javascript:alert(1)"), ("Site.BaseUrl", "https://a.example/x?y"), ("Site.BaseUrl", "https://u:p@a.example"),
            ("ContactSettings.DepartmentId", "4nothing00000000000000000"), ("Site.HomeRoute", "../../x"),
        })
        {
            var page = await owner.FillAsync(Page, "", (name, value)).ExpectAsync(HttpStatusCode.BadRequest);
            Assert.NotNull(page.QuerySelector(".errors a[href='#" + name.Replace('.', '-') + "']"));
            Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        }

        Assert.Equal(before, (await site.SettingsAsync()).SiteName);
    }

    [Fact]
    public async Task A_form_with_more_in_it_changes_nothing_more_and_one_without_a_token_or_of_an_editor_nothing_at_all()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        await owner.FillAsync(Page, "", ("Site.SuperUser", "hanako"), ("FuriganaSettings.Dictionary", ""), ("Site.Properties", "x"), ("SampleSettings.Note", "直しました")).ExpectAsync(HttpStatusCode.Redirect);
        var settings = await site.SettingsAsync();
        Assert.Equal("直しました", settings.Section<SampleSettings>().Note);
        Assert.DoesNotContain("SuperUser", settings.Unknown?.Keys ?? Enumerable.Empty<string>());
        Assert.NotEmpty(settings.Properties["FuriganaSettings"]!["Dictionary"]!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, await owner.PostAsync(Page, [new("Site.SiteName", "x")]).StatusAsync());
        var many = Colleague.FormOf(await owner.PageAsync(Page)).Concat(Enumerable.Range(0, 2000).Select(n => KeyValuePair.Create($"f{n}", "x")));
        Assert.Equal(HttpStatusCode.BadRequest, await owner.PostAsync(Page, many).StatusAsync());
        using var editor = new Colleague(site, RoleNames.Editor, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await editor.GetAsync(Page).StatusAsync());
    }

    [Fact]
    public async Task What_the_operator_has_set_is_shown_with_where_it_comes_from_and_no_secret_is()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Mail:Password"] = "himitsu-himitsu", ["Zaitaku:BaseUrl"] = "https://fixed.example" }, services: WorkplaceSite.ByRoles);
        using var owner = new Colleague(site, RoleNames.Administrator, "hanako");
        var page = await owner.PageAsync(Page);
        Assert.Contains("https://fixed.example", page.QuerySelector("section.card")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Site.BaseUrl']"));
        Assert.DoesNotContain("himitsu", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await owner.FillAsync(Page, "", ("Site.BaseUrl", "https://other.example")).ExpectAsync(HttpStatusCode.Redirect);
        Assert.Null((await site.SettingsAsync()).BaseUrl);
    }
}
