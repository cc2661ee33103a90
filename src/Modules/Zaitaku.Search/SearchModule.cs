using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Web;
using Zaitaku.Search.Evaluation;
using Zaitaku.Search.Files;
using Zaitaku.Search.Index;
using Zaitaku.Search.Ranking;
using Zaitaku.Search.Recipes;
using Zaitaku.Search.Records;
using Zaitaku.Search.Results;
using Zaitaku.Search.Suggestions;
using Zaitaku.Search.Words;

namespace Zaitaku.Search;

/// <summary>One box over everything: analysis, index, ranking, suggestions.</summary>
public sealed class SearchModule : IModule
{
    public string Id => "Zaitaku.Search";

    public string Name => SearchText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        AddIndex(services);
        var settings = configuration.GetSection("Search").Get<SearchRecordSettings>() ?? new SearchRecordSettings();
        services.AddSingleton(settings).AddSingleton<ITableMap, SearchRecordTable>();
        services.AddScoped<SearchReports>().AddSingleton<SearchRecords>().AddHostedService(provider => provider.GetRequiredService<SearchRecords>());
        services.AddHostedService<IndexBuilder>().AddHealthChecks().AddCheck<IndexCheck>("search");
        services.AddSingleton(new AdminMenuEntry(SearchText.ModuleName, "/admin/search", CmsPermissions.PublishContent, 43));
        SearchLimits.AddTo(services, settings);
        foreach (var path in (string[])["/search", "/search/suggest", "/api/v1/search"]) services.AddSingleton(new LongQuery(path));
        services.AddSingleton(EvaluationCommand.Command).AddSingleton(RebuildCommand.Command);
        services.AddSingleton(new SitePreparation((provider, cancel) => provider.GetRequiredService<SearchKeeper>().EnsureAsync(cancel)));
    }

    /// <summary>The index and what asks it: all that tests need without a web server.</summary>
    public static void AddIndex(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, SearchTables>().AddSingleton<SearchStatistics>().AddSingleton<SiteWords>();
        services.AddScoped(provider => SearchEngines.For(provider.GetRequiredService<SiteDb>()));
        services.AddScoped<FileShelf>().AddScoped<FileReader>().AddScoped<PageMaker>().AddScoped<Searcher>().AddScoped<SearchKeeper>().AddContentFollower<IndexFollower>();
        services.AddRecipeStep<SearchProfileStep>().AddRecipeStep<SearchLuceneStep>();
        foreach (var name in RebuildStep.Names) services.AddScoped<RecipeStep>(provider => new RebuildStep(name, provider.GetRequiredService<SearchKeeper>()));
        services.AddSingleton<BuilderBell>().AddScoped<WordDesk>().AddScoped<SynonymList>();
        services.AddScoped<SearchDesk>().AddScoped<Spelling>().AddScoped<Suggester>();
    }

    public void Routes(IEndpointRouteBuilder routes) => SearchApi.Map(routes);
}
