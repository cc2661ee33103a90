using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Guides;
using Zaitaku.Search.Index;
using Zaitaku.Search.Results;

namespace Zaitaku.Search.Tests;

/// <summary>The kernel with the guides and the search over a fresh database.</summary>
internal static class SearchSite
{
    public static async Task<TestSite> OpenAsync(Engine engine)
    {
        var site = await TestSite.OpenAsync(engine, services =>
        {
            services.AddLogging();
            new GuidesModule().Services(services, new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
            SearchModule.AddIndex(services);
            services.AddSingleton(new Cms.Settings.Feature("Zaitaku.Search", "検索")).AddSingleton(new Cms.Settings.Feature("Zaitaku.Theme", "見た目"));
        });
        await site.InScopeAsync(scope => scope.GetRequiredService<SiteDb>().Database.ExecuteSqlRawAsync(scope.GetRequiredService<ISearchEngine>().Schema));
        await site.RebuildAsync();
        return site;
    }

    /// <summary>With the sample's content, as it is set up.</summary>
    public static async Task<TestSite> OpenSampleAsync(Engine engine)
    {
        var site = await OpenAsync(engine);
        var plan = await site.ApplyAsync(Path.Combine(AppContext.BaseDirectory, "recipes", "zaitaku.recipe.json"));
        Assert.False(plan.Refused, plan.ToString());
        return site;
    }

    public static Task<int?> RebuildAsync(this TestSite site) => site.InScopeAsync(scope => scope.GetRequiredService<SearchKeeper>().RebuildAsync());

    public static Task<SearchResults> FindAsync(this TestSite site, string text, Viewer? viewer = null, SearchScope? scope = null) => site.InScopeAsync(
        services => services.GetRequiredService<SearchDesk>().FindAsync(text, scope ?? new SearchScope(Audience.Public), 0, 20, CancellationToken.None), viewer ?? Viewer.Anonymous);

    /// <summary>The addresses of what is found, without anchors.</summary>
    public static async Task<List<string>> PathsAsync(this TestSite site, string text, Viewer? viewer = null) =>
        [.. (await site.FindAsync(text, viewer)).Hits.Select(hit => hit.Url.Split('#')[0])];
}
