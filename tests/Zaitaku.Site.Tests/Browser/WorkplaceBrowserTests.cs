using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Members.Users;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>The workplace as editors meet it, in a real browser.</summary>
[Collection(WorkplaceBrowsing.Name)]
public sealed class WorkplaceBrowserTests(WorkplaceWindows workplace)
{
    private readonly RunningSite site = workplace.Site;

    [Theory]
    [InlineData(1280, ColorScheme.Light), InlineData(390, ColorScheme.Light), InlineData(1280, ColorScheme.Dark)]
    public async Task Every_page_is_usable_by_everyone(int width, ColorScheme scheme)
    {
        var (id, book, leaflet) = (await IdAsync("guides/acp/money"), await IdAsync("guides/acp"), await IdAsync("handbooks/customer-harassment"));
        using var colleague = new Colleague(site, RoleNames.Administrator, "taro");
        var trashed = await site.PublishPageAsync($"trashed-{width}-{scheme}");
        (await colleague.EditAsync(trashed, "trash")).Dispose();
        await using var window = await workplace.OpenAsync(width, RoleNames.Administrator, scheme: scheme);
        string[] paths =
        [
            "/admin", "/admin/content", "/admin/content?q=foo:bar", "/admin/content?q=status:Draft+zzz", $"/admin/content/{id}", $"/admin/content/{id}?check=true", $"/admin/content/{book}", $"/admin/content/{book}/order",
            $"/admin/content/{id}/versions", $"/admin/content/{id}/move", $"/admin/content/{id}/preview", "/admin/content/new/Page", "/admin/content/new/Chapter", $"/admin/content/new/Chapter?in={book}", "/admin/trash",
            "/admin/audit-trail", "/admin/media", "/admin/feedback", "/admin/emergency", "/admin/freshness", "/admin/checks", "/admin/checks/links", "/admin/guides", $"/admin/guides/{leaflet}/editions",
            "/admin/approvals", "/admin/approvals/stand-ins", "/admin/approval", "/admin/settings", "/admin/menus", "/admin/departments", "/admin/departments/4center0000000000000000000", "/admin/readings", "/admin/readings?line=14",
            "/admin/house-words", "/admin/mail-texts", "/admin/mail-texts/Members.Invitation", "/admin/mails", "/admin/users", "/admin/users/new", $"/admin/users/{await UserAsync()}", "/admin/roles", "/admin/no-such-page", "/preview/none",
            "/admin/search", "/admin/search?word=%E3%81%B5%E3%81%8F%E3%82%8D%E3%81%86", "/admin/search/synonyms", "/admin/search/synonyms?line=8",
        ];
        List<string> found = [];
        foreach (var path in paths)
        {
            var page = await window.GoAsync(path);
            found.AddRange(Policy.ComplaintsOf(window.Answer!));
            found.AddRange(scheme == ColorScheme.Dark ? await Axe.ContrastAsync(page) : await Usable.ComplaintsAsync(page));
        }

        foreach (var (path, button) in scheme == ColorScheme.Dark ? [] : Refusals) found.AddRange(await RefusedAsync(await window.GoAsync(path), button));
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(window.Complaints);
    }

    /// <summary>Forms that come back with what is wrong when nothing was filled in.</summary>
    private static readonly (string Path, string Button)[] Refusals =
    [
        ("/admin/content/new/Page", ".savebar [value=publish]"), ("/admin/users/new", "main form[method=post] button"), ("/admin/media", "main form[enctype] button"),
        ("/admin/emergency", "main form[novalidate] button"), ("/admin/readings", "[value=save]"), ("/admin/checks/links", "form.fields button"), ("/admin/content", "[value=unpublish]"),
    ];

    private static async Task<List<string>> RefusedAsync(IPage page, string button)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator(button).First.ClickAsync(), response => response.Request.Method == "POST" && response.Request.IsNavigationRequest);
        await page.WaitForLoadStateAsync();
        Assert.Equal(400, answer.Status);
        Assert.StartsWith("エラー：", await page.TitleAsync(), StringComparison.Ordinal);
        return await Usable.ComplaintsAsync(page);
    }

    [Fact]
    public async Task Typing_changes_one_paragraph_and_no_other_letter()
    {
        var id = await IdAsync("guides/acp/money");
        var before = (await site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown!;
        await using var window = await workplace.OpenAsync();
        var page = await window.GoAsync($"/admin/content/{id}");
        await page.Locator(".page-text p").First.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.InsertTextAsync("書き足しました。");
        await page.Locator("[data-state]", new() { HasTextString = "控えました" }).WaitForAsync();
        await page.Locator(".savebar [value=save]").ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        var after = (await site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown!;
        Assert.Equal(before, after.Replace("書き足しました。", "", StringComparison.Ordinal));
        Assert.NotEqual(before, after);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Words_own_markup_is_left_behind_when_pasting()
    {
        await using var window = await workplace.OpenAsync();
        var page = await window.GoAsync("/admin/content/new/Page");
        await page.Locator(".page-text").ClickAsync();
        await page.EvaluateAsync("""
            () => {
              const clipboard = new DataTransfer();
              clipboard.setData('text/html', '<!--[if gte mso 9]><xml></xml><![endif]--><style>p{color:red}</style><h2 style="mso-x:1">見出し</h2><p class=MsoNormal><b>太い</b><o:p></o:p>文</p>' +
                '<p class=MsoListParagraph style="mso-list:l0"><span>·<span>  </span></span>一つ</p><p class=MsoListParagraph style="mso-list:l0"><span>·</span>二つ</p>');
              document.querySelector('.page-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("## 見出し\n\n**太い**文\n\n- 一つ\n- 二つ", (await page.Locator("textarea[data-markdown]").InputValueAsync()).Trim());
    }

    private Task<string> IdAsync(string path) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Path == path && row.Published).Select(row => row.ContentItemId).SingleAsync());

    private Task<string> UserAsync() => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<User>().Where(user => user.Email == "editor@sakura.example").Select(user => user.UserId).SingleAsync());
}
