using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What holds of every page, on a desk and on a telephone, by day and by night.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookTests(BrowserSite browser)
{
    private const int Desk = 1280;
    private const int Telephone = 390;

    public static TheoryData<string> Pages => SitePages.All;

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_targets_and_text_are_large(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        List<string> found = [];
        foreach (var width in (int[])[Desk, Telephone])
        {
            await page.SetViewportSizeAsync(width, 900);
            found.AddRange(await Axe.AllAsync(page));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange(await Axe.ContrastAsync(page));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        await page.EvaluateAsync(Measures.OpenEverything);
        foreach (var width in (int[])[Telephone, Desk])
        {
            await page.SetViewportSizeAsync(width, 900);
            found.AddRange(await Measures.OffendersAsync(page, Measures.SmallTargets, Measures.SmallText));
        }

        Usable.AssertNone(found);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_the_window_complains_or_asks_anybody_else(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<string> found = [.. window.Complaints, .. await Measures.OffendersAsync(page, Measures.BlockingScripts)];
        foreach (var width in (int[])[Desk, 640, Telephone, 320])
        {
            await page.SetViewportSizeAsync(width, 800);
            found.AddRange(await Measures.OffendersAsync(page, Measures.WiderThanWindow));
        }

        Usable.AssertNone(found);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Focus_is_seen_on_every_control_and_the_skip_link_comes_first(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.True(await page.Locator(".skip-link").EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= 0"), "The skip link is not seen");
        Usable.AssertNone(await Measures.OffendersAsync(page, Measures.UnseenFocus));
        await page.Locator(".skip-link").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task What_is_wrong_is_found()
    {
        await using var window = await browser.OpenAsync(Telephone);
        await window.Page.SetContentAsync("<html lang=ja><title>題</title><main><h1>題</h1><p style='color: #666; font-size: 12px; width: 500px'>薄い文です。</p><img src=data:,><a href=/>先</a></main>");
        var found = string.Join('\n', await Usable.ComplaintsAsync(window.Page));
        string[] expected = ["color-contrast-enhanced: ", "image-alt: ", "390px: <p", "12px <p"];
        Assert.Empty(expected.Where(offence => !found.Contains(offence, StringComparison.Ordinal)));
        Assert.Matches("[0-9]+×[0-9]+ <a", found);
        Assert.NotEmpty(await Axe.ContrastAsync(window.Page));
    }
}
