using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Search.Index;
using Zaitaku.Search.Suggestions;

namespace Zaitaku.Search.Tests.Index;

/// <summary>A site with an index, and pages that are published and changed on it.</summary>
internal static class PageSite
{
    public static async Task<TestSite> OpenAsync(Engine engine, Action<IServiceCollection>? more = null)
    {
        var site = await SearchSite.OpenAsync(engine, more);
        Assert.False((await site.ApplyAsync(Path.Combine(AppContext.BaseDirectory, "recipes", "definitions.recipe.json"), keepUnknown: true)).Refused);
        return site;
    }

    public static Task<IReadOnlyList<string>> SuggestAsync(TestSite site, string typed, Viewer viewer) =>
        site.InScopeAsync(scope => scope.GetRequiredService<Suggester>().OfAsync(typed, CancellationToken.None), viewer);

    public static async Task<string> PublishAsync(TestSite site, string path, string title, string markdown, Audience audience = Audience.Public)
    {
        var item = Item(path, title, markdown, audience);
        Assert.Empty(await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().PublishAsync(item)));
        return item.ContentItemId;
    }

    public static async Task ChangeAsync(TestSite site, string id, Action<ContentItem> change, bool publish) => Assert.Empty(await site.InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<ContentStore>();
        var item = (await store.LatestAsync(id))!;
        change(item);
        return publish ? await store.PublishAsync(item) : await store.SaveDraftAsync(item);
    }));

    public static Task<IndexState> StateAsync(TestSite site) => site.InScopeAsync(scope =>
        IndexState.OfAsync(scope.GetRequiredService<SiteDb>(), scope.GetRequiredService<ISearchEngine>(), scope.GetRequiredService<PageMaker>(), CancellationToken.None));

    public static ContentItem Item(string path, string title, string markdown, Audience audience = Audience.Public)
    {
        var item = new ContentItem { ContentType = "Page", DisplayText = title };
        item.Set(new TitlePart { Title = title });
        item.Set(new AutoroutePart { Path = path });
        item.Set(new MarkdownBodyPart { Markdown = markdown });
        item.Set(new AudiencePart { Audience = audience });
        return item;
    }
}
