using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Zaitaku.Cms.Access;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>A running site into whose workplace people come by their role; sign-in itself is tested elsewhere.</summary>
public sealed class WorkplaceSite : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public static Task<RunningSite> StartAsync(Engine engine = Engine.Sqlite, Action<IServiceCollection>? more = null, IReadOnlyDictionary<string, string>? settings = null) => RunningSite.StartAsync(engine, settings, services =>
    {
        more?.Invoke(services);
        ByRoles(services);
    });

    /// <summary>Lets people in by a header that names their role.</summary>
    public static void ByRoles(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ByRole>(ByRole.Scheme, null);
        services.PostConfigure<AuthenticationOptions>(options => (options.DefaultScheme, options.DefaultAuthenticateScheme, options.DefaultChallengeScheme, options.DefaultForbidScheme) =
            (ByRole.Scheme, ByRole.Scheme, ByRole.Scheme, ByRole.Scheme));
    }

    public async Task InitializeAsync() => Site = await StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();

    public Colleague As(string role, string name = "hanako") => new(Site, role, name);
}

[CollectionDefinition(Name)]
public sealed class WorkplaceTests : ICollectionFixture<WorkplaceSite>
{
    public const string Name = "The workplace";
}

/// <summary>Someone at work: a browser's cookies, forms sent as a browser sends them.</summary>
public sealed class Colleague : IDisposable
{
    private readonly HttpClient client;

    public Colleague(RunningSite site, string role, string name)
    {
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(ByRole.Scheme, $"{role}:{name}");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<IHtmlDocument> PageAsync(string path) => Document(await client.GetStringAsync(path));

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form) => client.PostAsync(path, new FormUrlEncodedContent(form));

    public Task<HttpResponseMessage> SendAsync(string path, HttpContent form) => client.PostAsync(path, form);

    /// <summary>Opens the editor, changes what is named, and presses the button.</summary>
    public async Task<HttpResponseMessage> EditAsync(string id, string act, params (string Name, string Value)[] changes) =>
        await PostAsync($"/admin/content/{id}", [.. Changed(FormOf(await PageAsync($"/admin/content/{id}")), changes), new("act", act)]);

    public static List<KeyValuePair<string, string>> Changed(IEnumerable<KeyValuePair<string, string>> form, params (string Name, string Value)[] changes) =>
        [.. form.Where(field => changes.All(change => change.Name != field.Key)), .. changes.Select(change => KeyValuePair.Create(change.Name, change.Value))];

    /// <summary>What the form with the most controls would send.</summary>
    public static List<KeyValuePair<string, string>> FormOf(IHtmlDocument page)
    {
        var form = page.QuerySelectorAll("form[method=post]").MaxBy(f => f.QuerySelectorAll("input, textarea, select").Length)!;
        return [.. form.QuerySelectorAll("input, textarea, select").Where(IsSent).Select(control => KeyValuePair.Create(control.GetAttribute("name")!, ValueOf(control)))];
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => Document(await answer.Content.ReadAsStringAsync());

    public void Dispose() => client.Dispose();

    private static IHtmlDocument Document(string html) => new HtmlParser().ParseDocument(html);

    private static bool IsSent(IElement control) => control.HasAttribute("name") && control is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static string ValueOf(IElement control) => control switch
    {
        IHtmlTextAreaElement area => area.Value.ReplaceLineEndings("\r\n"),
        IHtmlSelectElement select => select.Value ?? "",
        _ => control.GetAttribute("value") ?? "",
    };
}

/// <summary>Believes a header that names a role and a person.</summary>
internal sealed class ByRole(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "ByRole";

    /// <summary>Begins a role of a test's own, made of names of permissions with plus signs between them.</summary>
    public const string May = "may=";

    /// <summary>They have always shown only just now who they are.</summary>
    private static readonly string Just = DateTime.MaxValue.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter?.Split(':') is not [var role, var name]) return Task.FromResult(AuthenticateResult.NoResult());
        var allowed = Context.RequestServices.GetServices<Permission>().Where(permission =>
            role == RoleNames.Administrator || permission.DefaultRoles.Contains(role) || role.StartsWith(May, StringComparison.Ordinal) && role[May.Length..].Split('+').Contains(permission.Name));
        Claim[] claims = [new(ClaimTypes.NameIdentifier, name.PadRight(26, '0')), new(ClaimTypes.Name, name), new("Proved", Just), .. allowed.Select(permission => new Claim(PermissionPolicies.Claim, permission.Name))];
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme)));
    }
}
