using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Modules;
using Zaitaku.Search.Evaluation;
using Zaitaku.Search.Index;
using Zaitaku.Search.Ranking;
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
        services.AddSingleton<SearchRecords>().AddHostedService(provider => provider.GetRequiredService<SearchRecords>());
        SearchLimits.AddTo(services, settings);
        services.AddSingleton(EvaluationCommand.Command).AddSingleton(RebuildCommand.Command);
        services.AddSingleton(new SitePreparation((provider, cancel) => provider.GetRequiredService<SearchKeeper>().EnsureAsync(cancel)));
    }

    /// <summary>The index and what asks it: all that tests need without a web server.</summary>
    public static void AddIndex(IServiceCollection services)
    {
        services.AddSingleton<ITableMap, SearchTables>().AddSingleton<SearchStatistics>().AddSingleton<SiteWords>();
        services.AddScoped(provider => SearchEngines.For(provider.GetRequiredService<SiteDb>()));
        services.AddScoped<PageMaker>().AddScoped<Searcher>().AddScoped<SearchKeeper>().AddContentFollower<IndexFollower>();
        services.AddScoped<SearchDesk>().AddScoped<Spelling>().AddScoped<Suggester>();
    }

    public void Routes(IEndpointRouteBuilder routes) => SearchApi.Map(routes);
}
