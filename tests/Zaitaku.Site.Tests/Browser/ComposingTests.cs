using Microsoft.Playwright;
using Zaitaku.Cms.Parts;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Writing with a Japanese input method, which composes letter by letter and commits what was chosen. The browser plays the method itself.</summary>
[Collection(WorkplaceBrowsing.Name)]
public sealed class ComposingTests(WorkplaceWindows workplace)
{
    private const string Text = "はじめの段落です。\n\n- 一つめ\n- 二つめ\n\n## 見出し\n\n[案内](/guides)のあと。";

    [Fact]
    public async Task What_is_composed_stands_once_and_where_it_was_written()
    {
        var id = await workplace.Site.PublishPageAsync("composed", Text);
        await using var window = await workplace.OpenAsync();
        var page = await window.GoAsync($"/admin/content/{id}");
        var method = await page.Context.NewCDPSessionAsync(page);

        await AtEndAsync(page, ".page-text p");
        await ComposeAsync(method, "ざいたくいりょう", "在宅医療");
        await AssertTextAsync(page, Text.Replace("段落です。", "段落です。在宅医療", StringComparison.Ordinal));

        await AtEndAsync(page, ".page-text li:last-child p");
        await ComposeAsync(method, "ほうもん", "訪問");
        await page.Keyboard.PressAsync("Enter");
        await ComposeAsync(method, "みとり", "看取り");
        await AtEndAsync(page, ".page-text h2");
        await ComposeAsync(method, "のことば", "の言葉");
        await page.Locator(".page-text a").ClickAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await ComposeAsync(method, "しょ", "書");
        await AssertTextAsync(page, "はじめの段落です。在宅医療\n\n- 一つめ\n- 二つめ訪問\n- 看取り\n\n## 見出しの言葉\n\n[案内](/guides)書のあと。");

        await page.Keyboard.PressAsync("Control+z");
        await AssertTextAsync(page, "はじめの段落です。在宅医療\n\n- 一つめ\n- 二つめ訪問\n- 看取り\n\n## 見出しの言葉\n\n[案内](/guides)のあと。");
        await page.Keyboard.PressAsync("Control+Shift+z");
        await page.Locator(".savebar [value=save]").ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        Assert.Equal("はじめの段落です。在宅医療\n\n- 一つめ\n- 二つめ訪問\n- 看取り\n\n## 見出しの言葉\n\n[案内](/guides)書のあと。", (await workplace.Site.LatestAsync(id)).Get<MarkdownBodyPart>()!.Markdown!.Trim());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_is_kept_meanwhile_does_not_break_what_is_being_composed()
    {
        var id = await workplace.Site.PublishPageAsync("kept-while-composing", "まえの文。");
        await using var window = await workplace.OpenAsync();
        var page = await window.GoAsync($"/admin/content/{id}");
        var method = await page.Context.NewCDPSessionAsync(page);
        await page.EvaluateAsync("addEventListener('compositionend', () => { window.ended = (window.ended ?? 0) + 1; })");
        await AtEndAsync(page, ".page-text p");
        await SetAsync(method, "ざいたく");
        await page.Locator("[data-state]", new() { HasTextString = "控えました" }).WaitForAsync();
        Assert.Null(await page.EvaluateAsync<int?>("window.ended"));
        await SetAsync(method, "ざいたくいりょう");
        await SetAsync(method, "在宅医療");
        await CommitAsync(method, "在宅医療");
        await AssertTextAsync(page, "まえの文。在宅医療");
        Assert.Equal(1, await page.EvaluateAsync<int?>("window.ended"));
    }

    private static async Task AtEndAsync(IPage page, string place)
    {
        await page.Locator(place).First.ClickAsync();
        await page.Keyboard.PressAsync("End");
    }

    /// <summary>Letter by letter, then the word, then Enter, which commits and begins no paragraph.</summary>
    private static async Task ComposeAsync(ICDPSession method, string reading, string word)
    {
        for (var length = 1; length <= reading.Length; length++) await SetAsync(method, reading[..length]);
        await SetAsync(method, word);
        await CommitAsync(method, word);
    }

    private static async Task SetAsync(ICDPSession method, string text) => await method.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    private static async Task CommitAsync(ICDPSession method, string word)
    {
        // While something is composed, the browser tells a page of every key as number 229.
        await method.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Process", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await method.SendAsync("Input.insertText", new() { ["text"] = word });
        await method.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 13 });
    }

    private static async Task AssertTextAsync(IPage page, string text)
    {
        await Assertions.Expect(page.Locator("textarea[data-markdown]")).ToHaveValueAsync(text);
    }
}
