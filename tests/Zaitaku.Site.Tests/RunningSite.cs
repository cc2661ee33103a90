using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests;

/// <summary>
/// The whole site, on Kestrel and a free port, over a database of its own with the sample content. In-process, so that a test can also reach its services.
/// </summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> factory;
    private readonly TestDatabase database;

    internal RunningSite(Engine engine, TestDatabase database, string folder, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? services)
    {
        (this.database, Folder) = (database, folder);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            // A free port of its own, or two sites at once would both want the one of the settings file.
            host.UseEnvironment("Development").UseSetting("Zaitaku:DataPath", Folder).UseSetting("Urls", "http://127.0.0.1:0");
            host.UseSetting("Database:Provider", engine.ToString()).UseSetting("Database:ConnectionString", database.ConnectionString);
            // Printing is seconds of work for two processors; a test that looks at PDFs asks for it.
            host.UseSetting("Printing:Enabled", "false");
            // No test asks strangers by chance of the hour.
            host.UseSetting("Links:CheckNightly", "false");
            foreach (var (key, value) in settings ?? new Dictionary<string, string>()) host.UseSetting(key, value);
            if (services is not null) host.ConfigureServices(services);
        });
        factory.UseKestrel(0);
    }

    /// <summary>The site's data folder.</summary>
    public string Folder { get; }

    /// <summary>Where it answers, without a trailing slash.</summary>
    public string Address => factory.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public IServiceProvider Services => factory.Services;

    /// <summary>A visitor who follows no redirects and keeps no cookies.</summary>
    public HttpClient Visitor { get; private set; } = null!;

    public static async Task<RunningSite> StartAsync(
        Engine engine = Engine.Sqlite, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var folder = Directory.CreateTempSubdirectory("zaitaku-site-").FullName;
        var database = new TestDatabase(engine, folder);
        if (settings is null || !settings.Keys.Any(SetsUpOtherwise.Contains)) await (await SampleData.OfAsync(engine)).CopyToAsync(database, folder);
        else await database.CreateAsync();
        return new RunningSite(engine, database, folder, settings, services).Start();
    }

    /// <summary>What makes a first start another one.</summary>
    private static readonly string[] SetsUpOtherwise = ["Zaitaku:SetupRecipe", "Database:ConnectionString", "environment"];

    internal RunningSite Start()
    {
        factory.StartServer();
        Visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        return this;
    }

    /// <summary>Reads a page that must be there, as a document.</summary>
    public async Task<IHtmlDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await Visitor.GetStringAsync(path));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Stops, and leaves its data.</summary>
    internal async Task StopAsync()
    {
        Visitor?.Dispose();
        await factory.DisposeAsync();
    }
}

/// <summary>One running site, with its sample content, for all tests that only read it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SampleSiteTests : ICollectionFixture<SampleSite>
{
    public const string Name = "The sample site";
}
