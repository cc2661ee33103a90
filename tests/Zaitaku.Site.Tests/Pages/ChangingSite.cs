using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Routing;
using Zaitaku.Guides;
using Zaitaku.Search;
using Zaitaku.Theme;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>A running site whose content tests change, each its own; people can sign in, and one page has a mishap.</summary>
public sealed class ChangingSite : IAsyncLifetime
{
    public const string BaseUrl = "https://zaitaku.example.jp";

    private bool moved;

    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync(
        settings: new Dictionary<string, string> { ["Zaitaku:BaseUrl"] = BaseUrl },
        services: services =>
        {
            services.AddAuthentication(SignIn.Scheme).AddScheme<AuthenticationSchemeOptions, SignIn>(SignIn.Scheme, null);
            services.AddSingleton<IReadOnlyList<IModule>>([new GuidesModule(), new SearchModule(), new ThemeModule(), new Fault()]);
        });

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>Publishes an item, changed.</summary>
    public async Task ChangeAsync(string path, Action<ContentItem> change)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var item = await FindAsync(scope.ServiceProvider, path);
        change(item);
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ContentStore>().PublishAsync(item));
    }

    /// <summary>Publishes a new item, from its JSON.</summary>
    public async Task PublishAsync(string json)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ContentStore>().PublishAsync(ContentItemConverter.Read(ContentJson.ParseObject(json))));
    }

    /// <summary>Makes <c>/moved-away</c> lead elsewhere.</summary>
    public async Task MovedAwayAsync()
    {
        if (moved) return;
        moved = true;
        await PublishAsync("""{ "ContentType": "Page", "TitlePart": { "Title": "移ったページ" }, "AutoroutePart": { "Path": "moved-away" }, "MarkdownBodyPart": { "Markdown": "本文" } }""");
        await ChangeAsync("moved-away", item => item.Alter<AutoroutePart>(part => part.Path = "moved-here"));
    }

    /// <summary>What someone with this permission gets.</summary>
    public async Task<HttpResponseMessage> AsAsync(string permission, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"{SignIn.Cookie}={permission}" } } };
        return await Site.Visitor.SendAsync(request);
    }

    private static async Task<ContentItem> FindAsync(IServiceProvider services, string path)
    {
        var row = services.GetRequiredService<Cms.Data.SiteDb>().Set<AutoroutePartIndex>().Single(route => route.Path == path && route.Published);
        return (await services.GetRequiredService<ContentStore>().PublishedAsync(row.ContentItemId))!;
    }
}

[CollectionDefinition(Name)]
public sealed class ChangingSiteTests : ICollectionFixture<ChangingSite>
{
    public const string Name = "A changing site";
}

/// <summary>Believes a cookie that names a permission.</summary>
internal sealed class SignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "Test";
    public const string Cookie = "Zaitaku-Session-Test";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { } permission) return Task.FromResult(AuthenticateResult.NoResult());
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("Permission", permission)], Scheme));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme)));
    }
}
