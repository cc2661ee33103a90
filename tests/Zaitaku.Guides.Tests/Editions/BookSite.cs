using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Recipes;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

/// <summary>A site with one published guidebook of two chapters.</summary>
internal sealed class BookSite : IAsyncDisposable
{
    public const string BookId = "4book000000000000000000000";
    public const string One = "4chapter100000000000000000";
    public const string Two = "4chapter200000000000000000";

    private BookSite(TestSite site) => Site = site;

    public TestSite Site { get; }

    /// <summary>The site's kernel knows the books' tables, but holds nothing yet.</summary>
    public static Task<TestSite> OpenEmptyAsync(Engine engine) => TestSite.OpenAsync(engine, services =>
    {
        services.AddContentPart<BookPart>().AddContentPart<ChapterPart>().AddContentIndex<ChapterIndexing>();
        services.AddSingleton<ITableMap, EditionTables>().AddScoped<EditionShelf>().AddScoped<EditionDesk>().AddScoped<VersionHold, EditionHold>().AddRecipeStep<EditionsStep>();
    });

    public static async Task<BookSite> OpenAsync(Engine engine)
    {
        var site = new BookSite(await OpenEmptyAsync(engine));
        await site.Site.InScopeAsync(scope =>
        {
            var definitions = new ContentDefinitions { ContentTypes = [new() { Name = "Guidebook" }, new() { Name = "Chapter" }, new() { Name = "Page" }] };
            var db = scope.GetRequiredService<SiteDb>();
            return db.WriteAsync(() => SiteDocuments.PutAsync(db, definitions));
        });
        await site.PublishAsync(BookId, "Guidebook", "冊子", "");
        await site.PublishAsync(One, "Chapter", "一の章", "一の文です。", order: 0);
        await site.PublishAsync(Two, "Chapter", "二の章", "二の文です。", order: 1);
        return site;
    }

    /// <summary>Publishes an item, or keeps it as a draft; what is not given stays.</summary>
    public Task<string> PublishAsync(string id, string type, string title, string text, int order = 0, Audience audience = Audience.Public, bool publish = true) => Site.InScopeAsync(async scope =>
    {
        var store = scope.GetRequiredService<ContentStore>();
        var item = await store.LatestAsync(id) ?? new ContentItem { ContentItemId = id, ContentType = type };
        item.Set(new TitlePart { Title = title });
        item.Set(new MarkdownBodyPart { Markdown = text });
        item.Set(new AudiencePart { Audience = audience });
        if (type == "Chapter") item.Set(new ContainedPart { ListContentItemId = BookId, Order = order });
        Assert.Empty(await store.SaveVersionAsync(item, publish));
        return item.ContentItemVersionId;
    });

    public Task<IReadOnlyList<ContentProblem>> CloseAsync(string name, string note = "直しました。", DateOnly? day = null, Viewer? viewer = null) =>
        Site.InScopeAsync(scope => scope.GetRequiredService<EditionDesk>().CloseAsync(BookId, new(name, note, day ?? new DateOnly(2026, 11, 22))), viewer);

    public Task<string?> ReopenAsync(int number) => Site.InScopeAsync(scope => scope.GetRequiredService<EditionDesk>().ReopenAsync(BookId, number));

    public Task<List<BookEdition>> EditionsAsync() => Site.InScopeAsync(scope => scope.GetRequiredService<EditionShelf>().ListAsync(BookId));

    public Task<EditionChanges> SinceAsync(int number, Viewer? viewer = null) => Site.InScopeAsync(async scope =>
    {
        var shelf = scope.GetRequiredService<EditionShelf>();
        return await shelf.SinceAsync((await shelf.FindAsync(BookId, number))!);
    }, viewer ?? Viewer.Anonymous);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
