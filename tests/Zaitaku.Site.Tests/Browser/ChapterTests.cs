using System.IO.Compression;
using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>A chapter as a reader uses it: words explained, ticks, an answer, the keyboard alone, and what it weighs.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChapterTests(BrowserSite browser)
{
    private const int AllowedBytes = 60 * 1024;

    [Fact]
    public async Task A_words_link_opens_its_explanation_and_leads_back()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(SitePages.Chapter);
        await page.Locator(".term a").First.ClickAsync();
        var note = page.Locator(".terms details").First;
        await note.Locator("p").First.WaitForAsync();
        await page.WaitForFunctionAsync("document.activeElement === document.querySelector('.terms details summary')");
        await note.GetByText("読んでいたところに戻る").ClickAsync();
        await note.Locator("p").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.WaitForFunctionAsync("document.activeElement === document.querySelector('.term a')");
    }

    [Fact]
    public async Task Ticks_stay_on_the_page_and_print()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(SitePages.WithChecklist);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var asked = window.Requests.Count;
        var box = page.Locator(".checklist input").First;
        await page.Locator(".checklist label").First.ClickAsync();
        Assert.True(await box.IsCheckedAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Equal(asked, window.Requests.Count);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await box.IsVisibleAsync() && await box.IsCheckedAsync());
        Assert.False(await page.Locator(".checklist-buttons").First.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByText("チェックを消す").First.ClickAsync();
        Assert.False(await box.IsCheckedAsync());
        await box.CheckAsync();
        await page.ReloadAsync();
        Assert.False(await box.IsCheckedAsync());
    }

    [Fact]
    public async Task An_answer_is_thanked_in_place()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(SitePages.Chapter);
        await page.GetByRole(AriaRole.Button, new() { Name = "はい", Exact = true }).ClickAsync();
        await page.GetByText("ありがとうございました").WaitForAsync();
        Assert.EndsWith(SitePages.Chapter, page.Url, StringComparison.Ordinal);
        Assert.False(await page.Locator("form[data-feedback]").IsVisibleAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Paper_shows_the_explanations_open()
    {
        await using var window = await browser.OpenAsync();
        var page = await window.GoAsync(SitePages.Chapter);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator(".terms details p").First.EvaluateAsync<bool>("e => e.getBoundingClientRect().height > 0"));
        Assert.False(await page.Locator(".toc").IsVisibleAsync());
        Assert.False(await page.Locator(".site-menu").IsVisibleAsync());
    }

    /// <summary>Tab from the skip link to the end: each stop in the order of the page, in sight and not covered, and no trap.</summary>
    [Fact]
    public async Task The_whole_chapter_can_be_used_by_keyboard()
    {
        await using var window = await browser.OpenAsync(390, 844);
        var page = await window.GoAsync(SitePages.Chapter);
        var expected = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), [tabindex=\"0\"]')].filter(e => e.checkVisibility({ visibilityProperty: true })).length");
        for (var stop = 0; stop < expected; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<string>("""
                (() => {
                  const e = document.activeElement;
                  if (e === document.body || e.dataset.seen) return 'again: ' + e.outerHTML.slice(0, 120);
                  e.dataset.seen = 'yes';
                  const box = e.getClientRects()[0];
                  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return top && (e.contains(top) || top.contains(e)) ? '' : 'covered: ' + e.outerHTML.slice(0, 120);
                })()
                """);
            Assert.Equal("", hidden);
        }

        await page.Locator(".site-menu summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".menu").IsVisibleAsync());
        await page.Locator(".terms summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".terms details p").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData(SitePages.Chapter, 1280)]
    [InlineData(SitePages.Chapter + "?furigana=on", 390)]
    [InlineData("/guides/acp/money", 1280)]
    public async Task The_first_view_is_light(string path, int width)
    {
        await using var window = await browser.OpenAsync(width);
        var answers = new List<IResponse>();
        window.Page.Response += (_, answer) => answers.Add(answer);
        var page = await window.GoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var carried = 0;
        foreach (var answer in answers.Where(a => a.Request.ResourceType is not ("font" or "image")))
        {
            Assert.True((await answer.HeaderValueAsync("Content-Encoding")) is "br" or "gzip", $"{answer.Url} is not compressed");
            carried += Compressed(await answer.BodyAsync()) + (await answer.HeadersArrayAsync()).Sum(h => h.Name.Length + h.Value.Length + 4);
        }

        Assert.InRange(carried, 10_000, AllowedBytes);
        Assert.True(await page.EvaluateAsync<bool>("[...document.fonts].every(f => f.display === 'swap')"));
        Assert.Empty(await page.EvaluateAsync<string>(Measures.BlockingScripts));
    }

    /// <summary>As a published site carries it: in development the framework wraps changed assets in gzip without making them smaller.</summary>
    private static int Compressed(byte[] body)
    {
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return (int)small.Length;
    }
}
