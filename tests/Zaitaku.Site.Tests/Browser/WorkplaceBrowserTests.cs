using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>The workplace as editors meet it, in a real browser.</summary>
public sealed class WorkplaceBrowserTests : IAsyncLifetime
{
    private RunningSite site = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        site = await WorkplaceSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await BrowserSite.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData(1280), InlineData(390)]
    public async Task Every_page_is_usable_by_everyone(int width)
    {
        var (id, book) = (await IdAsync("guides/acp/money"), await IdAsync("guides/acp"));
        await using var window = await OpenAsync(width);
        string[] paths =
        [
            "/admin", "/admin/content", "/admin/content?q=foo:bar", $"/admin/content/{id}", $"/admin/content/{book}", $"/admin/content/{book}/order", $"/admin/content/{id}/versions",
            "/admin/content/new/Page", "/admin/trash", "/admin/audit-trail", "/admin/media", "/admin/feedback", "/admin/emergency", "/admin/freshness", "/admin/checks", "/admin/checks/links", "/admin/guides", $"/admin/guides/{book}/editions", "/admin/approvals", "/preview/none",
        ];
        foreach (var path in paths)
        {
            var page = await window.GoAsync(path);
            var found = (await page.RunAxe()).Violations.Where(v => v.Id != "color-contrast-enhanced").Select(v => $"{path} {v.Id}: {v.Nodes[0].Html}");
            Assert.Empty(found);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}.");
        }
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light), InlineData(390, ColorScheme.Light), InlineData(1280, ColorScheme.Dark)]
    public async Task The_owners_pages_are_usable_by_everyone_at_seven_to_one(int width, ColorScheme scheme)
    {
        var chapter = await IdAsync("guides/acp/money");
        await using var window = await OpenAsync(width, RoleNames.Administrator, scheme);
        string[] paths =
        [
            "/admin/settings", "/admin/menus", "/admin/departments", "/admin/departments/4center0000000000000000000", "/admin/readings", "/admin/readings?line=14", "/admin/house-words",
            "/admin/mail-texts", "/admin/mail-texts/Members.Invitation", "/admin/audit-trail", $"/admin/content/{chapter}/move", $"/admin/content/{chapter}", "/admin/content", "/admin/trash", "/admin/media", "/admin/checks",
            "/admin/search", "/admin/search?word=%E3%81%B5%E3%81%8F%E3%82%8D%E3%81%86", "/admin/search/synonyms", "/admin/search/synonyms?line=8",
        ];
        List<string> found = [];
        foreach (var path in paths)
        {
            var page = await window.GoAsync(path);
            found.AddRange((await page.RunAxe(new AxeRunOptions { Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } } })).Violations.Select(v => $"{path} {v.Id}: {v.Nodes[0].Html}"));
            if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")) found.Add($"{path} is wider than {width}.");
        }

        Assert.Empty(found);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Typing_changes_one_paragraph_and_no_other_letter()
    {
        var id = await IdAsync("guides/acp/money");
        var before = (await site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown!;
        await using var window = await OpenAsync(1280);
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
        await using var window = await OpenAsync(1280);
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

    private async Task<Window> OpenAsync(int width, string role = RoleNames.Editor, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Address,
            Locale = "ja-JP",
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            ExtraHTTPHeaders = new Dictionary<string, string> { ["Authorization"] = $"{ByRole.Scheme} {role}:hanako" },
        });
        context.SetDefaultTimeout(10_000);
        return await Window.OfAsync(context, site.Address);
    }

    private Task<string> IdAsync(string path) => site.InScopeAsync(services =>
        services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Path == path && row.Published).Select(row => row.ContentItemId).SingleAsync());
}
