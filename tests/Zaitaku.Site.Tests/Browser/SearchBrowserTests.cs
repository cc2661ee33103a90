using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>The box of every page, as people type into it: by keyboard, by thumb, by the input method, on paper and without script.</summary>
[Collection(BrowserTests.Name)]
public sealed class SearchBrowserTests(BrowserSite browser)
{
    [Theory]
    [InlineData(1280), InlineData(390)]
    public async Task Kana_bring_suggestions_that_the_keyboard_chooses(int width)
    {
        await using var window = await browser.OpenAsync(width);
        foreach (var path in new[] { "/", SitePages.Chapter, "/forms" })
        {
            var page = await window.GoAsync(path);
            var box = page.Locator("#site-search");
            await box.PressSequentiallyAsync("みと");
            await page.Locator("[role=option]").First.WaitForAsync();
            Assert.Equal(("combobox", "true", "site-search-list"), (await box.GetAttributeAsync("role"), await box.GetAttributeAsync("aria-expanded"), await box.GetAttributeAsync("aria-controls")));
            Assert.StartsWith("候補が", await page.Locator("[role=status]").First.InnerTextAsync(), StringComparison.Ordinal);
            await box.PressAsync("ArrowDown");
            Assert.Equal("看取り", await box.InputValueAsync());
            Assert.Equal("true", await page.Locator($"#{await box.GetAttributeAsync("aria-activedescendant")}").GetAttributeAsync("aria-selected"));
            await box.PressAsync("ArrowUp");
            Assert.Equal(("みと", null), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-activedescendant")));
            await box.PressAsync("ArrowDown");
            await box.PressAsync("Escape");
            Assert.Equal(("みと", "false"), (await box.InputValueAsync(), await box.GetAttributeAsync("aria-expanded")));
            Assert.True(await page.Locator("[role=listbox]").IsHiddenAsync());
        }

        var last = window.Page.Locator("#site-search");
        await last.FillAsync("ほうもん");
        await window.Page.Locator("[role=option]").First.WaitForAsync();
        await last.PressAsync("ArrowDown");
        var chosen = await last.InputValueAsync();
        await last.PressAsync("Enter");
        await window.ReachAsync("/search?q=" + Uri.EscapeDataString(chosen));
        await window.Page.Locator(".search-hits mark").First.WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(1280), InlineData(390), InlineData(320)]
    public async Task The_open_list_is_read_reached_and_fits(int width)
    {
        await using var window = await browser.OpenAsync(width);
        foreach (var (path, id) in new[] { ("/", "site-search"), ("/search", "search-here") })
        {
            var page = await window.GoAsync(path);
            await page.Locator($"#{id}").PressSequentiallyAsync("に");
            await page.Locator("[role=option]").First.WaitForAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Usable.AssertNone(await Axe.AllAsync(page));
            }

            Assert.Equal("", await page.EvaluateAsync<string>(Measures.WiderThanWindow));
            Assert.Equal("", await page.EvaluateAsync<string>("""
                [...document.querySelectorAll('[role=option]')].filter(e => { const box = e.getBoundingClientRect(); return box.height < 43.5 || box.left < 0 || box.right > innerWidth || parseFloat(getComputedStyle(e).fontSize) < 18; }).map(e => e.outerHTML).join('\n')
                """));
        }
    }

    [Fact]
    public async Task A_thumb_chooses_too()
    {
        await using var window = await browser.OpenAsync(390, 844);
        var page = await window.GoAsync(SitePages.Chapter);
        await page.Locator("#site-search").PressSequentiallyAsync("みと");
        await page.Locator("[role=option]", new() { HasTextString = "看取り" }).First.ClickAsync();
        await window.ReachAsync("/search?q=" + Uri.EscapeDataString("看取り"));
    }

    /// <summary>The browser's own input method, by which Japanese is typed.</summary>
    [Fact]
    public async Task The_input_method_is_left_alone_and_half_a_syllable_is_never_sent()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(SitePages.Chapter);
        var box = page.Locator("#site-search");
        await box.FocusAsync();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        foreach (var text in new[] { "m", "み", "みt", "みと" })
        {
            await devtools.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
            await page.WaitForTimeoutAsync(300);
            Assert.Equal(text, await box.InputValueAsync());
        }

        await page.Locator("[role=option]").First.WaitForAsync();
        // While composing, the arrows and Enter are the input method's: they choose among its candidates and end the composition.
        // Browsers tell it each in their own way: some by the flag, some (Safari, for the Enter that ends it) by the number alone.
        foreach (var (key, number, flag) in new[] { "ArrowDown", "ArrowUp", "Enter", "Escape" }.SelectMany(key => new[] { (key, 229, true), (key, 229, false), (key, 0, true) }))
        {
            var prevented = await box.EvaluateAsync<bool>("(e, [key, keyCode, isComposing]) => !e.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, isComposing, bubbles: true, cancelable: true }))", new object[] { key, number, flag });
            Assert.False(prevented, key);
            Assert.Equal("みと", await box.InputValueAsync());
            Assert.Equal(0, await page.Locator("[role=option][aria-selected=true]").CountAsync());
            Assert.True(await page.Locator("[role=listbox]").IsVisibleAsync(), key);
        }

        await devtools.SendAsync("Input.imeSetComposition", new() { ["text"] = "看取り", ["selectionStart"] = 3, ["selectionEnd"] = 3 });
        await devtools.SendAsync("Input.insertText", new() { ["text"] = "看取り" });
        await page.WaitForTimeoutAsync(400);
        Assert.Equal(("看取り", SitePages.Chapter), (await box.InputValueAsync(), new Uri(page.Url).AbsolutePath));
        var asked = window.Requests.Where(url => url.Contains("/search/suggest", StringComparison.Ordinal)).Select(url => Uri.UnescapeDataString(url.Split("q=")[1])).ToList();
        Assert.Equal(["み", "みと", "看取り"], asked.Distinct());
        Assert.DoesNotContain(window.Requests, url => url.Contains("/search?q", StringComparison.Ordinal));
        await box.PressAsync("Enter");
        await window.ReachAsync("/search?q=" + Uri.EscapeDataString("看取り"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Without_script_the_box_is_a_form_and_the_answers_lead_on()
    {
        await using var window = await browser.OpenAsync(390, script: false);
        var page = await window.GoAsync("/forms");
        await page.Locator("#site-search").FillAsync("退院");
        await page.Locator("#site-search").PressAsync("Enter");
        Assert.EndsWith("/search?q=" + Uri.EscapeDataString("退院"), page.Url, StringComparison.Ordinal);
        await page.Locator(".facets a[href*='kind=guide']").ClickAsync();
        Assert.Equal("true", await page.Locator(".facets a[href*='kind=guide']").GetAttributeAsync("aria-current"));
        await page.Locator(".facets a", new() { HasTextString = "すべて" }).ClickAsync();
        await page.Locator(".search-pages [rel=next]").ClickAsync();
        Assert.Contains("2 ページ目", await page.Locator(".search-pages").InnerTextAsync(), StringComparison.Ordinal);
        var link = page.Locator(".search-hits h2 a[href*='#']").First;
        var address = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        Assert.EndsWith(address!, Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator($"[id='{address!.Split('#')[1]}']").CountAsync());
    }

    [Fact]
    public async Task On_paper_stand_the_answers_and_no_form()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync("/search?q=" + Uri.EscapeDataString("看取り"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.Locator("main form:visible, .facets:visible, .search-pages:visible").CountAsync());
        Assert.NotEqual(0, await page.Locator(".search-hits h2:visible").CountAsync());
    }
}
