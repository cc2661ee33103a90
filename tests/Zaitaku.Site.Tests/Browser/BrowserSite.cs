using Microsoft.Playwright;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>One site for the browser tests of its public pages.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync();

    public Task<Window> OpenAsync(int width = 1280, int height = 900, bool script = true, ColorScheme scheme = ColorScheme.Light) =>
        Chromium.OpenAsync(Site.Address, width, height, scheme, script);

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserSite>
{
    public const string Name = "The site in a browser";
}
