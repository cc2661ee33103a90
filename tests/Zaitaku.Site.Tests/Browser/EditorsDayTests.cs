using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>A day's work without script, and one without a mouse.</summary>
[Collection(WorkplaceBrowsing.Name)]
public sealed class EditorsDayTests(WorkplaceWindows workplace)
{
    private const string Body = "[name='MarkdownBodyPart.Markdown']";

    /// <summary>Whether the focus can be seen where it is: it has a ring, it stands in the window, and nothing lies over it.</summary>
    private const string SeenFocus = """
        (() => {
          const e = document.activeElement;
          if (!e || e === document.body || e.matches('main, iframe')) return '';
          const style = getComputedStyle(e);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no ring: ' + e.outerHTML.slice(0, 120);
          const box = e.getBoundingClientRect();
          const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 20)];
          if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return 'out of sight: ' + e.outerHTML.slice(0, 120);
          const top = document.elementFromPoint(x, y);
          return e.contains(top) || top?.contains(e) || top?.closest('label')?.contains(e) ? '' : `under ${top?.outerHTML.slice(0, 80)}: ${e.outerHTML.slice(0, 120)}`;
        })()
        """;

    [Fact]
    public async Task Everything_is_done_without_script()
    {
        var id = await workplace.Site.PublishPageAsync("without-script", "まえの文です。");
        await using var window = await workplace.OpenAsync(script: false);
        var page = await window.GoAsync("/admin");
        await page.FillAsync("#q", "without-scriptの題");
        await page.Locator("main button", new() { HasTextString = "探す" }).ClickAsync();
        await page.Locator(".title-cell a").ClickAsync();
        await page.FillAsync(Body, "まえの文です。\n\n申し込みは[こちら](/guides)から。");
        await page.Locator("[value=check]").ClickAsync();
        await page.Locator(".remarks .error").First.WaitForAsync();
        await page.FillAsync(Body, "まえの文です。\n\n新しい文です。");
        await page.Locator(".savebar [value=save]").ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "版の一覧と比較" }).ClickAsync();
        Assert.Contains(await page.Locator(".diff .added").AllInnerTextsAsync(), line => line.Contains("新しい文です。", StringComparison.Ordinal));
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "見え方を確認" }).ClickAsync();
        await page.Locator("iframe").First.ContentFrame.GetByText("新しい文です。").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "編集に戻る" }).ClickAsync();
        await page.Locator(".savebar [value=publish]").ClickAsync();
        await page.Locator(".notice", new() { HasTextString = "公開しました" }).WaitForAsync();
        Assert.Contains("新しい文です。", await workplace.Site.LiveTextAsync(id), StringComparison.Ordinal);

        await AskAndApproveAsync(id);
        await ReorderAsync(page);
        Assert.Empty(window.Complaints);
    }

    /// <summary>A coordinator asks, an editor answers.</summary>
    private async Task AskAndApproveAsync(string id)
    {
        await using var asking = await workplace.OpenAsync(390, RoleNames.Coordinator, "jiro", script: false);
        var page = await asking.GoAsync($"/admin/content/{id}");
        await page.FillAsync(Body, "申請した文です。");
        await page.Locator(".savebar [value=ask]").ClickAsync();
        await page.FillAsync("#Comment", "見てください。");
        await page.GetByRole(AriaRole.Button, new() { Name = "申請する" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await using var answering = await workplace.OpenAsync(390, script: false);
        page = await answering.GoAsync("/admin/approvals");
        await page.GetByRole(AriaRole.Link, new() { Name = "without-scriptの題" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        Assert.Equal("申請した文です。", (await workplace.Site.LiveTextAsync(id)).Trim());
    }

    /// <summary>The last chapter becomes the first by its number; a number that is none comes back.</summary>
    private async Task ReorderAsync(IPage page)
    {
        var book = await workplace.Site.InScopeAsync(services =>
            services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Path == "handbooks/nyutaiin" && row.Published).Select(row => row.ContentItemId).SingleAsync());
        await page.GotoAsync($"/admin/content/{book}/order");
        var last = await page.Locator(".title-cell > a").Last.InnerTextAsync();
        await page.Locator("input.number").Last.FillAsync("はじめ");
        await page.GetByRole(AriaRole.Button, new() { Name = "この順番にする" }).Last.ClickAsync();
        await page.Locator(".errors").WaitForAsync();
        Assert.Equal("はじめ", await page.Locator("input.number").Last.InputValueAsync());
        await page.Locator("input.number").Last.FillAsync("１");
        await page.GetByRole(AriaRole.Button, new() { Name = "この順番にする" }).Last.ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        Assert.Equal(last, await page.Locator(".title-cell > a").First.InnerTextAsync());
    }

    [Fact]
    public async Task Everything_is_done_by_keyboard_and_the_focus_is_always_seen()
    {
        var id = await workplace.Site.PublishPageAsync("by-keyboard", "まえの文です。");
        await using var window = await workplace.OpenAsync();
        var page = await window.GoAsync("/admin");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await TabToAsync(page, "#q");
        await page.Keyboard.InsertTextAsync("by-keyboardの題");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".title-cell a").WaitForAsync();
        await TabToAsync(page, ".title-cell a");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".page-text").WaitForAsync();

        await TabToAsync(page, "[name='TitlePart.Title']");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.InsertTextAsync("（改）");
        await TabToAsync(page, ".toolbar button");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.page-text')"), "The toolbar is more than one stop.");
        // For 20 ms after it got the focus the editor puts its cursor back where it was: no hand is so quick. The page's own clock says when that is over, however busy the machine.
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 50))");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.InsertTextAsync("キーボードで書いた文です。");
        await LinkAsync(page);

        await TabToAsync(page, ".savebar [value=save]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".notice").WaitForAsync();
        await TabToAsync(page, ".savebar [value=publish]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".notice", new() { HasTextString = "公開しました" }).WaitForAsync();
        Assert.Equal("まえの文です。\n\nキーボードで書いた文です。", (await workplace.Site.LiveTextAsync(id)).Trim());
        Assert.Equal("by-keyboardの題（改）", (await workplace.Site.LatestAsync(id)).DisplayText);
        // Round the whole editor once: nothing is out of reach, and nothing is reached unseen.
        await TabToAsync(page, "[value=trash]");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task On_a_telephone_the_menu_opens_by_its_button_and_the_focus_is_never_hidden()
    {
        var id = await workplace.Site.PublishPageAsync("by-keyboard-small", "まえの文です。");
        await using var window = await workplace.OpenAsync(390);
        var page = await window.GoAsync($"/admin/content/{id}");
        Assert.False(await page.Locator(".menu").IsVisibleAsync());
        await TabToAsync(page, ".toggle summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".menu a[href='/admin/media']").IsVisibleAsync());
        Assert.True(await page.Locator(".who a[href='/']").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "[value=trash]");
    }

    /// <summary>A dialog takes the focus, keeps it, and gives it back to the text.</summary>
    private static async Task LinkAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Home");
        while (await page.EvaluateAsync<string>("document.activeElement.textContent") != "リンク") await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog").WaitForAsync();
        for (var stop = 0; stop < 6; stop++)
        {
            Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"), "The focus has left the dialog.");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.WaitForFunctionAsync("document.activeElement.matches('.page-text')");
    }

    private static async Task TabToAsync(IPage page, string place)
    {
        for (var stop = 0; stop < 250; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(SeenFocus));
            if (await page.EvaluateAsync<bool>("place => document.activeElement.matches(place)", place)) return;
        }

        Assert.Fail($"The Tab key never comes to {place} on {page.Url}.");
    }
}
