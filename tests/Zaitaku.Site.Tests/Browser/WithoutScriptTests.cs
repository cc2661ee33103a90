using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Without JavaScript the page still says and does everything that matters.</summary>
[Collection(BrowserTests.Name)]
public sealed class WithoutScriptTests(BrowserSite browser)
{
    [Fact]
    public async Task The_menu_and_the_contents_open_and_lead_on()
    {
        await using var window = await browser.OpenAsync(390, script: false);
        var page = await window.GoAsync(SitePages.Chapter);
        Assert.False(await page.Locator(".menu").IsVisibleAsync());
        await page.Locator(".site-menu summary").ClickAsync();
        Assert.True(await page.Locator(".menu a[href='/forms']").IsVisibleAsync());
        await page.Locator(".toc summary").ClickAsync();
        Assert.Equal(SitePages.Chapter, await page.Locator(".toc [aria-current=page]").GetAttributeAsync("href"));
        await page.Locator($".toc a[href='{SitePages.NextChapter}']").ClickAsync();
        Assert.EndsWith(SitePages.NextChapter, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_explained_where_it_stands()
    {
        await using var window = await browser.OpenAsync(script: false);
        var page = await window.GoAsync(SitePages.Chapter);
        var note = page.Locator(".terms details").First;
        Assert.False(await note.Locator("p").First.IsVisibleAsync());
        await note.Locator("summary").ClickAsync();
        Assert.True(await note.Locator("p").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Furigana_comes_by_a_link_and_stays_for_the_next_chapter()
    {
        await using var window = await browser.OpenAsync(script: false);
        var page = await window.GoAsync(SitePages.Chapter);
        Assert.Equal(0, await page.Locator(".prose rt").CountAsync());
        await page.GetByText("ふりがなをつける").ClickAsync();
        Assert.NotEqual(0, await page.Locator(".prose rt").CountAsync());
        Assert.Equal(0, await page.Locator("rt:not([aria-hidden=true]), ruby[aria-hidden]").CountAsync());
        await page.Locator(".pager .next").ClickAsync();
        Assert.EndsWith(SitePages.NextChapter + "?furigana=on", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator(".prose rt").CountAsync());
        await page.GetByText("ふりがなをはずす").ClickAsync();
        Assert.Equal(0, await page.Locator(".prose rt").CountAsync());
    }

    [Fact]
    public async Task An_answer_is_given_by_form_and_thanked_on_a_page()
    {
        await using var window = await browser.OpenAsync(script: false);
        var page = await window.GoAsync(SitePages.Chapter);
        await page.GetByRole(AriaRole.Button, new() { Name = "まちがいがある" }).ClickAsync();
        Assert.EndsWith("/feedback/thanks?answer=Wrong", page.Url, StringComparison.Ordinal);
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "ありがとうございました" }).IsVisibleAsync());
        Assert.True(await page.Locator("main a[href='/contact']").IsVisibleAsync());
    }

    [Fact]
    public async Task The_worksheet_is_a_form_to_print_and_offers_nothing_it_cannot_do()
    {
        await using var window = await browser.OpenAsync(script: false);
        var page = await window.GoAsync(SitePages.Worksheet);
        Assert.Equal(0, await page.Locator("form").CountAsync());
        Assert.Equal(0, await page.Locator("[data-needs-script]:visible").CountAsync());
        Assert.Contains("このまま印刷して、手で書きこんでください", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.Locator(".question textarea:not(:visible), .question input:not(:visible)").CountAsync());
        Assert.NotEqual(0, await page.Locator("textarea[id$='-family']:visible").CountAsync());
    }
}
