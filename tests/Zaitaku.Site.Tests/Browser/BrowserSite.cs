using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>One site and one Chromium for all browser tests; each test opens windows of its own.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await RunningSite.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await LaunchAsync(playwright);
    }

    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program(), Args = Arguments });

    /// <summary>A new window with nothing kept in it.</summary>
    public async Task<Window> OpenAsync(int width = 1280, int height = 900, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Site.Address,
            Locale = "ja-JP",
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        return await Window.OfAsync(context, Site.Address);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>The machine's own Chromium: Playwright's download would be a second one.</summary>
    private static string Program() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("chromium is missing: apt-get install chromium, or name it in CHROMIUM.");
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserSite>
{
    public const string Name = "The site in a browser";
}
