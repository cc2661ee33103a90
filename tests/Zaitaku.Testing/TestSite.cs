using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Expressions;

namespace Zaitaku.Testing;

/// <summary>The kernel over a fresh database and a folder of its own, without a web server.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TestSite(Engine engine, Action<IServiceCollection>? more, IReadOnlyDictionary<string, string?>? settings)
    {
        Folder = Directory.CreateTempSubdirectory("zaitaku-test-").FullName;
        database = new(engine, Folder);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        collection.AddSingleton(new DataFolder(Folder));
        collection.AddDbContext<SiteDb>(database.Configure);
        TestKernel.AddTo(collection, Clock);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>A folder for the test's files; the data folder too.</summary>
    public string Folder { get; }

    public TestClock Clock { get; } = new();

    /// <summary>What the site made from content; its <see cref="SiteCache.Now"/> counts evictions.</summary>
    public SiteCache Cache => services.GetRequiredService<SiteCache>();

    /// <param name="more">Services of the test's own, registered last.</param>
    public static async Task<TestSite> OpenAsync(Engine engine, Action<IServiceCollection>? more = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var site = new TestSite(engine, more, settings);
        await site.ReadAsync(async db =>
        {
            await TestDatabase.CreateSchemaAsync(db);
            return 0;
        });
        return site;
    }

    /// <summary>Runs with services of a scope of its own, through these eyes.</summary>
    public async Task<TResult> InScopeAsync<TResult>(Func<IServiceProvider, Task<TResult>> run, Viewer? viewer = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ViewerSlot>().Viewer = viewer ?? Viewer.Site;
        return await run(scope.ServiceProvider);
    }

    /// <summary>Reads the database as this viewer sees it; as the site itself by default.</summary>
    public Task<TResult> ReadAsync<TResult>(Func<SiteDb, Task<TResult>> read, Viewer? viewer = null) =>
        InScopeAsync(scope => read(scope.GetRequiredService<SiteDb>()), viewer);

    /// <summary>A document as it is stored.</summary>
    public Task<TDocument> DocumentAsync<TDocument>() where TDocument : class, new() => ReadAsync(db => SiteDocuments.LoadAsync<TDocument>(db));

    /// <summary>The versions of an item, oldest first, unfiltered.</summary>
    public Task<List<ContentItem>> VersionsAsync(string contentItemId) => ReadAsync(db =>
        db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.ContentItemId == contentItemId).OrderBy(i => i.Id).ToListAsync());

    public Task<ImportOutcome> ImportAsync(params string[] items) =>
        InScopeAsync(scope => scope.GetRequiredService<ContentImport>().ImportAsync([.. items.Select(i => ContentItemConverter.Read(ContentJson.ParseObject(i)))]));

    /// <summary>Writes a file into the test's folder.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a recipe of these steps, a step to a line; the first step stands on line 2.</summary>
    public string Recipe(string name, params string[] steps) =>
        File($"recipes/{name}.recipe.json", $$"""{ "name": "{{name}}", "steps": [""" + "\n" + string.Join(",\n", steps) + "\n] }");

    public Task<RecipePlan> ApplyAsync(string path, RecipeParameters? parameters = null, bool keepUnknown = false) =>
        InScopeAsync(scope => scope.GetRequiredService<RecipeRunner>().ApplyAsync(path, parameters, keepUnknown));

    public Task<RecipePlan> PlanAsync(string path, RecipeParameters? parameters = null) =>
        InScopeAsync(scope => scope.GetRequiredService<RecipeRunner>().PlanAsync(path, parameters));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
