using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>What a person writes on the sheet stays with them.</summary>
[Collection(BrowserTests.Name)]
public sealed class WorksheetTests(BrowserSite browser)
{
    private const string Stored = "JSON.stringify(Object.values(localStorage))";

    /// <summary>With characters that the page itself does not show, so that a part of the font would be fetched for them.</summary>
    private const string Wish = "縁側で猫と鰻を食べたい";

    [Fact]
    public async Task Writing_sends_nothing_and_keeps_nothing()
    {
        await using var window = await browser.OpenAsync();
        var page = await OpenAsync(window);
        var asked = window.Requests.Count;
        await WriteAsync(page);
        await page.Locator("[data-sheet=record]").ClickAsync();
        await page.WaitForTimeoutAsync(300);
        Assert.Empty(window.Requests.Skip(asked));
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_browser_itself_refuses_to_send()
    {
        await using var window = await browser.OpenAsync();
        var page = await OpenAsync(window);
        Assert.Equal("refused", await page.EvaluateAsync<string>("fetch('/feedback', { method: 'POST', body: 'x' }).then(() => 'sent', () => 'refused')"));
        Assert.NotEmpty(window.Complaints);
    }

    [Fact]
    public async Task Only_the_tick_keeps_it_and_taking_the_tick_away_forgets_it()
    {
        await using var window = await browser.OpenAsync();
        var page = await OpenAsync(window);
        await WriteAsync(page);
        Assert.Equal("[]", await page.EvaluateAsync<string>(Stored));
        await page.Locator("[data-sheet=keep]").CheckAsync();
        Assert.Contains(Wish, await page.EvaluateAsync<string>(Stored), StringComparison.Ordinal);
        await page.Locator("[data-field$='.self']").Nth(1).FillAsync("音楽");
        Assert.Contains("音楽", await page.EvaluateAsync<string>(Stored), StringComparison.Ordinal);

        await page.ReloadAsync();
        Assert.Equal(Wish, await page.Locator("[data-field$='.self']").First.InputValueAsync());
        Assert.True(await page.Locator("input[type=radio][data-field]").First.IsCheckedAsync());
        Assert.True(await page.Locator("input[type=checkbox][data-field]").First.IsCheckedAsync());
        Assert.Equal(1, await page.Locator("input[type=checkbox][data-field]:checked").CountAsync());
        Assert.True(await page.Locator("[data-sheet=keep]").IsCheckedAsync());

        await page.Locator("[data-sheet=keep]").UncheckAsync();
        Assert.Equal("[]", await page.EvaluateAsync<string>(Stored));
        Assert.Equal(Wish, await page.Locator("[data-field$='.self']").First.InputValueAsync());
    }

    [Fact]
    public async Task One_button_erases_page_and_storage_after_asking()
    {
        await using var window = await browser.OpenAsync();
        var page = await OpenAsync(window);
        await WriteAsync(page);
        await page.Locator("[data-sheet=keep]").CheckAsync();
        await page.Locator("[data-sheet=erase]").ClickAsync();
        await page.Locator("[data-sheet=erase-no]").ClickAsync();
        Assert.Contains(Wish, await page.EvaluateAsync<string>(Stored), StringComparison.Ordinal);
        await page.Locator("[data-sheet=erase]").ClickAsync();
        await page.Locator("[data-sheet=erase-yes]").ClickAsync();
        Assert.Equal("[]", await page.EvaluateAsync<string>(Stored));
        Assert.Equal("", await page.Locator("[data-field$='.self']").First.InputValueAsync());
        Assert.Equal(0, await page.Locator("[data-field]:checked").CountAsync());
        await page.ReloadAsync();
        Assert.Equal("", await page.Locator("[data-field$='.self']").First.InputValueAsync());
    }

    [Fact]
    public async Task What_changed_since_last_time_is_marked()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 1, 10, 0, 0));
        var page = await OpenAsync(window);
        await WriteAsync(page);
        await page.Locator("[data-sheet=keep]").CheckAsync();
        await page.Locator("[data-sheet=record]").ClickAsync();

        await page.Clock.SetFixedTimeAsync(new DateTime(2027, 1, 10, 10, 0, 0));
        await page.ReloadAsync();
        Assert.True(await page.GetByText("変わったところはありません").IsVisibleAsync());
        await page.Locator("[data-field$='.self']").First.FillAsync("病院のほうが安心");
        Assert.Equal(1, await page.Locator(".changed:visible").CountAsync());
        Assert.Equal(1, await page.Locator("[data-sheet=changed-list] li").CountAsync());
        Assert.Contains("2026年（令和8年）11月1日", await page.Locator("[data-sheet=changes]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_the_person_stands_left_and_the_family_right()
    {
        await using var window = await browser.OpenAsync();
        var page = await OpenAsync(window);
        await WriteAsync(page);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var answers = page.Locator(".question").First.Locator(".answer");
        var (self, family) = (await answers.Nth(0).BoundingBoxAsync(), await answers.Nth(1).BoundingBoxAsync());
        Assert.True(family!.X >= self!.X + self.Width, "The family's column stands beside the person's");
        Assert.Equal(self.Y, family.Y, 1.0);
        Assert.Equal("本人", await answers.Nth(0).Locator("label").First.InnerTextAsync());
        Assert.Equal("家族から見て", await answers.Nth(1).Locator("label").First.InnerTextAsync());
        Assert.True(await page.GetByText(Wish).IsVisibleAsync());
        Assert.Matches(@"20\d\d年（令和\d+年）\d+月\d+日", await page.Locator("td[data-sheet=today]").InnerTextAsync());
        Assert.False(await page.Locator(".sheet-bar").IsVisibleAsync());
    }

    private static async Task<IPage> OpenAsync(Window window)
    {
        var page = await window.GoAsync(SitePages.Worksheet);
        await page.Locator("[data-sheet=keep]").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    /// <summary>Some words, one choice of several, one of one.</summary>
    private static async Task WriteAsync(IPage page)
    {
        await page.Locator("[data-field$='.self']").First.FillAsync(Wish);
        await page.Locator("input[type=radio][data-field]").First.CheckAsync();
        await page.Locator("input[type=checkbox][data-field]").First.CheckAsync();
    }
}
