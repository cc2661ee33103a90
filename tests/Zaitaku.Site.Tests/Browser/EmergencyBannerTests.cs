using Microsoft.Playwright;
using Zaitaku.Emergency.Postings;
using Zaitaku.Site.Tests.Emergency;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>The banner as people meet it: on a desk and on a telephone, by day and by night, by keyboard, on paper, and without script.</summary>
public sealed class EmergencyBannerTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        site = await WorkplaceSite.StartAsync();
        await site.InScopeAsync(async services =>
        {
            var (desk, end) = (services.GetRequiredService<EmergencyDesk>(), DateTime.UtcNow.AddHours(1));
            Assert.Empty(await desk.PostAsync(new(EmergencySite.Storm, OnFirstPage: true, null, end)));
            Assert.Empty(await desk.PostAsync(new(EmergencySite.Phone, OnFirstPage: false, null, end)));
            return 0;
        });
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData(1280, ColorScheme.Light), InlineData(1280, ColorScheme.Dark), InlineData(390, ColorScheme.Light), InlineData(390, ColorScheme.Dark)]
    public async Task Everyone_can_read_and_use_it(int width, ColorScheme scheme)
    {
        await using var window = await OpenAsync(width, scheme: scheme);
        foreach (var path in new[] { "/", "/guides/acp/money", "/guides/acp/print" })
        {
            var page = await window.GoAsync(path);
            Assert.Equal(2, await page.GetByRole(AriaRole.Region).And(page.Locator(".emergency")).CountAsync());
            await Usable.AssertAsync(page);
        }

        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task It_says_how_grave_it_is_in_words_and_its_link_is_the_first_after_the_skip_link()
    {
        await using var window = await OpenAsync(390);
        var page = await window.GoAsync("/guides/acp/money");
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "緊急 台風・大雪のとき" }).IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "お知らせ センターの電話がつながらないとき" }).IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".emergency button").CountAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("/emergency", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        Assert.Equal("", await page.EvaluateAsync<string>(Measures.UnseenFocus));
    }

    [Fact]
    public async Task Without_script_and_on_paper_it_is_the_same()
    {
        await using var window = await OpenAsync(1280, script: false);
        var page = await window.GoAsync("/guides/acp/money");
        Assert.Equal(2, await page.Locator(".emergency:visible").CountAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(2, await page.Locator(".emergency:visible").CountAsync());
        await page.GotoAsync("/guides/acp/print");
        Assert.Equal(0, await page.Locator(".emergency:visible").CountAsync());
    }

    private Task<Window> OpenAsync(int width, bool script = true, ColorScheme scheme = ColorScheme.Light) => Chromium.OpenAsync(site.Address, width, scheme: scheme, script: script);
}
