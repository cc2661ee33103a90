using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Guides;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.FormSheets;
using Zaitaku.Guides.Glossary;
using Zaitaku.Guides.Searching;
using Zaitaku.Guides.Worksheets;
using Zaitaku.Search.Index;
using Zaitaku.Search.Results;

namespace Zaitaku.Search.Tests;

/// <summary>The kernel with the guides and the search over a fresh database.</summary>
internal static class SearchSite
{
    public static async Task<TestSite> OpenAsync(Engine engine, Action<IServiceCollection>? more = null)
    {
        var site = await TestSite.OpenAsync(engine, services =>
        {
            AddGuides(services);
            SearchModule.AddIndex(services);
            services.AddLogging();
            more?.Invoke(services);
        });
        await site.InScopeAsync(scope => scope.GetRequiredService<SiteDb>().Database.ExecuteSqlRawAsync(scope.GetRequiredService<ISearchEngine>().Schema));
        await site.RebuildAsync();
        return site;
    }

    public static Task<int?> RebuildAsync(this TestSite site) => site.InScopeAsync(scope => scope.GetRequiredService<SearchKeeper>().RebuildAsync());

    public static Task<SearchResults> FindAsync(this TestSite site, string text, Viewer? viewer = null, SearchScope? scope = null) => site.InScopeAsync(
        services => services.GetRequiredService<SearchDesk>().FindAsync(text, scope ?? new SearchScope(Audience.Public), 0, 20, CancellationToken.None), viewer ?? Viewer.Anonymous);

    /// <summary>The addresses of what is found, without anchors.</summary>
    public static async Task<List<string>> PathsAsync(this TestSite site, string text, Viewer? viewer = null) =>
        [.. (await site.FindAsync(text, viewer)).Hits.Select(hit => hit.Url.Split('#')[0])];

    /// <summary>What the guides say of their pages, without the pages.</summary>
    private static void AddGuides(IServiceCollection services)
    {
        services.AddContentPart<BookPart>().AddContentPart<ChapterPart>().AddContentPart<GlossaryTermPart>().AddContentPart<FormSheetPart>().AddContentPart<WorksheetPart>();
        services.AddContentIndex<ChapterIndexing>();
        services.AddSearchSource<BookSource>().AddSearchSource<ChapterSource>().AddSearchSource<FormSheetSource>().AddSearchSource<WorksheetSource>().AddSearchSource<TermSource>();
        services.AddSearchKind(SearchKinds.Guide, GuidesText.GuideKind, 10).AddSearchKind(SearchKinds.Handbook, GuidesText.HandbookKind, 20)
            .AddSearchKind(SearchKinds.Form, GuidesText.FormKind, 30).AddSearchKind(SearchKinds.Term, GuidesText.TermKind, 40);
    }
}
