using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>A chapter read aloud by the visitor's own device.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReadAloudTests(BrowserSite browser)
{
    /// <summary>A device whose voice speaks when the test says so: <c>spoken</c> are the sentences, <c>finish()</c> ends the present one.</summary>
    private static string Voice(string language) => """
        window.spoken = []; window.cancels = 0; window.now = null;
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const device = {
          getVoices: () => [{ lang: 'LANGUAGE', name: 'x', localService: true, default: true }],
          speak(u) { window.now = u; window.spoken.push(u.text); },
          cancel() { window.cancels++; window.now = null; },
          addEventListener() {},
        };
        Object.defineProperty(window, 'speechSynthesis', { value: device });
        window.finish = () => window.now.onend();
        """.Replace("LANGUAGE", language, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_Japanese_voice_nothing_is_offered()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.AddInitScriptAsync(Voice("en-US"));
        var page = await window.GoAsync(SitePages.Chapter);
        await page.WaitForTimeoutAsync(400);
        Assert.False(await page.Locator("[data-read=start]").IsVisibleAsync());
        Assert.False(await page.Locator("[data-reader]").IsVisibleAsync());
    }

    [Fact]
    public async Task It_reads_sentence_by_sentence_and_skips_the_readings()
    {
        await using var window = await browser.OpenAsync();
        var page = await StartAsync(window, SitePages.Chapter + "?furigana=on");
        for (var sentence = 1; sentence < 6; sentence++)
        {
            await SpokenAsync(page, sentence);
            Assert.Equal(1, await page.EvaluateAsync<int>("CSS.highlights.size"));
            await page.EvaluateAsync("finish()");
        }

        await SpokenAsync(page, 6);
        var spoken = await page.EvaluateAsync<string[]>("spoken");
        var shown = await page.EvaluateAsync<string>(
            "(() => { const copy = document.querySelector('#text').cloneNode(true); copy.querySelectorAll('rt, rp').forEach(e => e.remove()); return copy.textContent.replace(/\\s+/g, ''); })()");
        Assert.StartsWith(string.Concat(spoken.Take(4)).Replace(" ", "", StringComparison.Ordinal), shown, StringComparison.Ordinal);
        Assert.All(spoken, s => Assert.Matches("^[^。]*。?$", s));
    }

    [Fact]
    public async Task It_pauses_goes_back_and_forward_and_stops()
    {
        await using var window = await browser.OpenAsync();
        var page = await StartAsync(window, SitePages.Chapter);
        await SpokenAsync(page, 1);
        await page.Locator("[data-read=forward]").ClickAsync();
        await SpokenAsync(page, 2);
        await page.Locator("[data-read=back]").ClickAsync();
        await SpokenAsync(page, 3);
        await page.Locator("[data-read=pause]").ClickAsync();
        Assert.Equal("続きから", await page.Locator("[data-read=pause]").InnerTextAsync());
        Assert.Null(await page.EvaluateAsync<string?>("now?.text ?? null"));
        await page.Locator("[data-read=pause]").ClickAsync();
        await SpokenAsync(page, 4);
        var spoken = await page.EvaluateAsync<string[]>("spoken");
        Assert.Equal([spoken[0], spoken[1], spoken[0], spoken[0]], spoken);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("[data-reader]").IsVisibleAsync());
        Assert.Equal("start", await page.EvaluateAsync<string>("document.activeElement.dataset.read"));
        Assert.Equal(0, await page.EvaluateAsync<int>("CSS.highlights.size"));
    }

    [Fact]
    public async Task It_falls_silent_when_the_page_is_left()
    {
        await using var window = await browser.OpenAsync();
        var page = await StartAsync(window, SitePages.Chapter);
        await SpokenAsync(page, 1);
        var before = await page.EvaluateAsync<int>("cancels");
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pagehide'))");
        Assert.Equal(before + 1, await page.EvaluateAsync<int>("cancels"));
    }

    private static async Task<IPage> StartAsync(Window window, string path)
    {
        await window.Page.AddInitScriptAsync(Voice("ja-JP"));
        var page = await window.GoAsync(path);
        await page.Locator("[data-read=start]").ClickAsync();
        return page;
    }

    /// <summary>Waits; Playwright's own way to wait for a script needs eval, which the site's policy forbids.</summary>
    private static async Task SpokenAsync(IPage page, int count)
    {
        for (var turn = 0; turn < 100 && await page.EvaluateAsync<int>("spoken.length") < count; turn++) await Task.Delay(50);
        Assert.Equal(count, await page.EvaluateAsync<int>("spoken.length"));
    }
}
