using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Index;
using static Zaitaku.Search.Tests.Index.PageSite;

namespace Zaitaku.Search.Tests.Index;

/// <summary>While an index is built, people search and editors publish, and nothing of it is lost or doubled.</summary>
public sealed class RebuildTests
{
    [Theory, EachEngine]
    public async Task All_the_while_the_old_index_answers_and_what_is_published_is_in_both(Engine engine)
    {
        var meanwhile = new Meanwhile();
        await using var site = await OpenAsync(engine, services => Watch(services, meanwhile));
        var one = await PublishAsync(site, "one", "ひとつめの話", "まえの本文");
        var two = await PublishAsync(site, "two", "ふたつめの話", "取り下げる本文");
        List<string>? found = null;
        meanwhile.Building = async () => found = await site.PathsAsync("ひとつめ");
        meanwhile.BetweenSteps = async () =>
        {
            await ChangeAsync(site, one, item => item.Alter<MarkdownBodyPart>(part => part.Markdown = "あとの本文"), publish: true);
            await PublishAsync(site, "three", "みっつめの話", "あいだの本文");
            await site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(two));
            Assert.Equal((1, 0, 1), (await TotalAsync(site, "あとの本文"), await TotalAsync(site, "まえの本文"), await TotalAsync(site, "あいだの本文")));
        };
        Assert.NotNull(await site.RebuildAsync());
        Assert.Null(meanwhile.BetweenSteps);
        Assert.Equal(["/one"], found);
        Assert.Equal(["/one"], await site.PathsAsync("\"あとの本文\""));
        Assert.Equal(["/three"], await site.PathsAsync("\"あいだの本文\""));
        foreach (var gone in new[] { "\"まえの本文\"", "\"取り下げる本文\"" }) Assert.Empty(await site.PathsAsync(gone));
        Assert.Equal(2, await site.ReadAsync(db => db.Set<SearchDocument>().CountAsync()));
        Assert.Equal(0, (await StateAsync(site)).Behind);
    }

    [Theory, EachEngine]
    public async Task Of_two_rebuildings_the_later_goes_on(Engine engine)
    {
        var meanwhile = new Meanwhile();
        await using var site = await OpenAsync(engine, services => Watch(services, meanwhile));
        await PublishAsync(site, "one", "ひとつめの話", "本文");
        int? second = null;
        meanwhile.BetweenSteps = async () => second = await site.RebuildAsync();
        Assert.Null(await site.RebuildAsync());
        Assert.Equal(1, second);
        Assert.Equal(["/one"], await site.PathsAsync("ひとつめ"));
    }

    /// <summary>What an interrupted building left neither answers nor stays.</summary>
    [Theory, EachEngine]
    public async Task After_a_building_that_broke_off_the_old_index_goes_on_and_the_next_building_is_whole(Engine engine)
    {
        var meanwhile = new Meanwhile();
        await using var site = await OpenAsync(engine, services => Watch(services, meanwhile));
        await PublishAsync(site, "one", "ひとつめの話", "本文");
        meanwhile.BetweenSteps = () => throw new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.RebuildAsync());
        Assert.Equal(["/one"], await site.PathsAsync("ひとつめ"));
        await PublishAsync(site, "two", "ふたつめの話", "本文");
        Assert.Equal(["/two"], await site.PathsAsync("ふたつめ"));
        Assert.Equal(2, await site.RebuildAsync());
        Assert.Equal(2, await site.ReadAsync(db => db.Set<SearchDocument>().CountAsync()));
        Assert.Equal(["/two"], await site.PathsAsync("ふたつめ"));
    }

    [Theory, EachEngine]
    public async Task Until_an_index_that_was_asked_for_is_built_the_old_one_is_kept_up(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await site.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<SiteDb>().WriteAsync(async () =>
            {
                await scope.GetRequiredService<SearchKeeper>().AskAsync();
                return 0;
            });
            return 0;
        });
        Assert.True((await StateAsync(site)).IsBuilding);
        await PublishAsync(site, "one", "ひとつめの話", "本文");
        Assert.Equal(["/one"], await site.PathsAsync("ひとつめ"));
        await EnsureAsync(site);
        Assert.False((await StateAsync(site)).IsBuilding);
        var built = await GenerationAsync(site);
        await EnsureAsync(site);
        Assert.Equal(built, await GenerationAsync(site));
    }

    private static Task<int> EnsureAsync(TestSite site) => site.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<SearchKeeper>().EnsureAsync();
        return 0;
    });

    private static Task<int> GenerationAsync(TestSite site) => site.ReadAsync(db => db.Set<SearchGeneration>().Select(g => g.Current).SingleAsync());

    private static async Task<int> TotalAsync(TestSite site, string text) => (await site.FindAsync($"\"{text}\"")).Total;

    private static void Watch(IServiceCollection services, Meanwhile meanwhile)
    {
        services.AddSingleton(meanwhile);
        services.Remove(services.Single(service => service.ImplementationType == typeof(PageSource)));
        services.AddSearchSource<WatchedPages>();
    }

    /// <summary>What happens once, when a page is asked for what it says.</summary>
    private sealed class Meanwhile
    {
        /// <summary>Within the step that asks.</summary>
        public Func<Task>? Building { get; set; }

        /// <summary>When that step is durable, and before the next begins.</summary>
        public Func<Task>? BetweenSteps { get; set; }
    }

    private sealed class WatchedPages(Meanwhile meanwhile, SiteDb db) : SearchSource
    {
        private readonly PageSource pages = new();

        public override IReadOnlyList<string> ContentTypes => pages.ContentTypes;

        public override async Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
        {
            var (now, after) = (meanwhile.Building, meanwhile.BetweenSteps);
            (meanwhile.Building, meanwhile.BetweenSteps) = (null, null);
            if (now is not null) await now();
            if (after is not null) db.AfterCommit(() => Task.Run(after, cancel).GetAwaiter().GetResult());
            return await pages.EntriesAsync(item, cancel);
        }
    }
}
