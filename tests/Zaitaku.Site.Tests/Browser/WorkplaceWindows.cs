using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>One workplace and one Chromium for the browser tests of the workplace. People come in by their role; each test writes in pages of its own.</summary>
public sealed class WorkplaceWindows : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await WorkplaceSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await BrowserSite.LaunchAsync(playwright);
    }

    public async Task<Window> OpenAsync(int width = 1280, string role = RoleNames.Editor, string name = "hanako", ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Site.Address,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
            ExtraHTTPHeaders = new Dictionary<string, string> { ["Authorization"] = $"{ByRole.Scheme} {role}:{name}" },
        });
        context.SetDefaultTimeout(30_000);
        return await Window.OfAsync(context, Site.Address);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class WorkplaceBrowsing : ICollectionFixture<WorkplaceWindows>
{
    public const string Name = "The workplace in a browser";
}
