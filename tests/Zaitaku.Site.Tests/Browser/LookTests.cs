using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What holds of every page, on a desk and on a telephone, by day and by night.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookTests(BrowserSite browser)
{
    private const int Desk = 1280;
    private const int Telephone = 390;

    private static readonly List<string> Standards =
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    public static TheoryData<string> Pages => SitePages.All;

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        await AssertNothingFoundAsync(page, "desk, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertContrastAsync(page, "desk, dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Telephone, 844);
        await AssertNothingFoundAsync(page, "telephone, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertContrastAsync(page, "telephone, dark");
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_the_window(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        foreach (var width in (int[])[Desk, 640, Telephone, 320])
        {
            await page.SetViewportSizeAsync(width, 800);
            AssertNone(await page.EvaluateAsync<string>(Measures.WiderThanWindow));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Targets_are_large_and_text_is_too(string path)
    {
        await using var window = await browser.OpenAsync(Telephone, 844);
        var page = await window.GoAsync(path);
        await page.EvaluateAsync(Measures.OpenEverything);
        AssertNone(await page.EvaluateAsync<string>(Measures.SmallTargets));
        AssertNone(await page.EvaluateAsync<string>(Measures.SmallText));
        await page.SetViewportSizeAsync(Desk, 900);
        AssertNone(await page.EvaluateAsync<string>(Measures.SmallTargets));
        AssertNone(await page.EvaluateAsync<string>(Measures.SmallText));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Focus_is_seen_on_every_control_and_the_skip_link_comes_first(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.True(await page.Locator(".skip-link").EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= 0"), "The skip link is not seen");
        AssertNone(await page.EvaluateAsync<string>(Measures.UnseenFocus));
        await page.Locator(".skip-link").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_complains_and_nobody_else_is_asked(string path)
    {
        await using var window = await browser.OpenAsync(Desk);
        var page = await window.GoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(window.Complaints);
        AssertNone(await page.EvaluateAsync<string>(Measures.BlockingScripts));
    }

    private static async Task AssertNothingFoundAsync(IPage page, string where)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags([.. Standards]),
            ResultTypes = [ResultType.Violations],
            Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true } },
        });
        AssertNone(found, where);
    }

    private static async Task AssertContrastAsync(IPage page, string where) =>
        AssertNone(await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "color-contrast-enhanced"), ResultTypes = [ResultType.Violations] }), where);

    private static void AssertNone(string offenders) => Assert.True(offenders.Length == 0, offenders);

    private static void AssertNone(AxeResult found, string where) => Assert.True(
        found.Violations.Length == 0,
        where + ":\n" + string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}\n  {n.Html}"))));
}
