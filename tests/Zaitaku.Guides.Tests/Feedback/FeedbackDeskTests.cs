using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Guides.Feedback;

namespace Zaitaku.Guides.Tests.Feedback;

public sealed class FeedbackDeskTests
{
    private const string Item = "4page000000000000000000000";
    private const string Version = "4pagev10000000000000000000";

    [Theory, EachEngine]
    public async Task Answers_given_at_the_same_time_are_all_counted(Engine engine)
    {
        const int people = 40;
        await using var site = await OpenAsync(engine);
        var taken = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(() => TakeAsync(site, Item, Version))));
        Assert.All(taken, Assert.True);
        Assert.Equal(people, Assert.Single(await CountsAsync(site)).Count);
    }

    /// <summary>The control of the test above: counting by reading first loses an answer.</summary>
    [Theory, EachEngine]
    public async Task Counting_by_reading_first_would_lose_an_answer(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await TakeAsync(site, Item, Version);
        using var bothHaveRead = new Barrier(2);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => site.ReadAsync(async db =>
        {
            var read = await db.Set<FeedbackCount>().AsNoTracking().Select(count => count.Count).SingleAsync();
            bothHaveRead.SignalAndWait();
            return await db.Set<FeedbackCount>().ExecuteUpdateAsync(set => set.SetProperty(count => count.Count, read + 1));
        }))));
        Assert.Equal(2, Assert.Single(await CountsAsync(site)).Count);
    }

    [Theory, EachEngine]
    public async Task A_day_ends_at_midnight_in_tokyo(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        site.Clock.Now = new DateTimeOffset(2026, 11, 22, 14, 59, 59, TimeSpan.Zero);
        await TakeAsync(site, Item, Version);
        site.Clock.Now = new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
        await TakeAsync(site, Item, Version);
        Assert.Equal([new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 23)], (await CountsAsync(site)).Select(count => count.Day));
    }

    [Theory, EachEngine]
    public async Task Nobody_answers_about_what_they_cannot_read(Engine engine)
    {
        await using var site = await OpenAsync(engine, "\"AudiencePart\": { \"Audience\": \"Professionals\" },");
        Assert.False(await TakeAsync(site, Item, Version));
        Assert.True(await TakeAsync(site, Item, Version, new Viewer(Audience.Professionals)));
        Assert.False(await TakeAsync(site, Item, "4pagev20000000000000000000", new Viewer(Audience.Professionals)));
        Assert.Single(await CountsAsync(site));
    }

    [Fact]
    public async Task Nothing_is_kept_about_who_answered()
    {
        await using var site = await OpenAsync(Engine.Sqlite);
        var columns = await site.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(FeedbackCount))!.GetProperties().Select(property => property.Name).Order().ToList()));
        Assert.Equal(["Answer", "ContentItemId", "ContentItemVersionId", "Count", "Day"], columns);
    }

    private static async Task<TestSite> OpenAsync(Engine engine, string more = "")
    {
        var site = await TestSite.OpenAsync(engine, services => services.AddSingleton<ITableMap, FeedbackTable>().AddScoped<FeedbackDesk>());
        await site.InScopeAsync(async scope =>
        {
            var definitions = new ContentDefinitions { ContentTypes = [new() { Name = "Page" }] };
            var db = scope.GetRequiredService<SiteDb>();
            return await db.WriteAsync(() => SiteDocuments.PutAsync(db, definitions));
        });
        var outcome = await site.ImportAsync($$"""
            { "ContentItemId": "{{Item}}", "ContentItemVersionId": "{{Version}}", "ContentType": "Page", "DisplayText": "頁", "Latest": true, "Published": true, {{more}} "TitlePart": { "Title": "頁" } }
            """);
        Assert.Empty(outcome.Problems);
        return site;
    }

    private static Task<bool> TakeAsync(TestSite site, string item, string version, Viewer? viewer = null) =>
        site.InScopeAsync(scope => scope.GetRequiredService<FeedbackDesk>().TakeAsync(item, version, FeedbackAnswer.Yes), viewer ?? Viewer.Anonymous);

    private static Task<List<FeedbackCount>> CountsAsync(TestSite site) => site.ReadAsync(db => db.Set<FeedbackCount>().OrderBy(count => count.Day).ToListAsync());
}
