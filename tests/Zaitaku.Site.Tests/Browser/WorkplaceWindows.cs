using Microsoft.Playwright;
using Zaitaku.Cms.Access;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>One workplace for its browser tests. People come in by their role; each test writes in pages of its own.</summary>
public sealed class WorkplaceWindows : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await WorkplaceSite.StartAsync();

    public Task<Window> OpenAsync(int width = 1280, string role = RoleNames.Editor, string name = "hanako", ColorScheme scheme = ColorScheme.Light, bool script = true) =>
        Chromium.OpenAsync(Site.Address, width, scheme: scheme, script: script, authorization: $"{ByRole.Scheme} {role}:{name}");

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class WorkplaceBrowsing : ICollectionFixture<WorkplaceWindows>
{
    public const string Name = "The workplace in a browser";
}
