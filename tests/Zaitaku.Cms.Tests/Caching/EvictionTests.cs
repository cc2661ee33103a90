using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Zaitaku.Cms.Caching;

namespace Zaitaku.Cms.Tests.Caching;

public sealed class EvictionTests
{
    private const string Key = "page";
    private const string Tag = "item:a";

    [Theory, EachEngine]
    public async Task What_another_process_wrote_is_forgotten_at_the_next_look(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        using var watch = await WatchAsync(site);
        await WriteAsync(site, new Eviction { Node = "another", Tag = Tag });
        Keep(site.Cache);

        await watch.LookAsync();

        Assert.Null(site.Cache.Find<string>(Key));
    }

    [Theory, EachEngine]
    public async Task What_this_process_wrote_is_not_forgotten_twice(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        using var watch = await WatchAsync(site);
        await site.ReadAsync(db => db.WriteAsync(() =>
        {
            db.Evict(Tag);
            return Task.FromResult(0);
        }));
        Keep(site.Cache);

        await watch.LookAsync();

        Assert.NotNull(site.Cache.Find<string>(Key));
    }

    [Theory, EachEngine]
    public async Task A_write_tells_others_what_it_made_stale_and_a_failed_one_tells_nothing(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.ReadAsync(db => db.WriteAsync(() =>
        {
            db.Evict(Tag);
            return Task.FromResult(0);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.ReadAsync(db => db.WriteAsync<int>(() =>
        {
            db.Evict("item:b");
            throw new InvalidOperationException();
        })));

        var rows = await site.ReadAsync(db => db.Set<Eviction>().ToListAsync());

        Assert.Equal([Tag], rows.Select(row => row.Tag));
        Assert.All(rows, row => Assert.Equal(SiteCache.Node, row.Node));
    }

    [Theory, EachEngine]
    public async Task A_write_that_touches_very_much_says_everything(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.ReadAsync(db => db.WriteAsync(() =>
        {
            for (var i = 0; i < 100; i++) db.Evict($"item:{i}");
            return Task.FromResult(0);
        }));

        var rows = await site.ReadAsync(db => db.Set<Eviction>().ToListAsync());

        Assert.Equal(PageTag.Anything, Assert.Single(rows).Tag);
    }

    private static void Keep(SiteCache cache) => cache.Keep(Key, "made", [Tag], cache.Now, weight: 1);

    private static Task<int> WriteAsync(TestSite site, Eviction eviction) => site.ReadAsync(db => db.WriteAsync(() =>
    {
        db.Add(eviction);
        return Task.FromResult(0);
    }));

    /// <summary>A watch that has looked once, and so knows where the log stood.</summary>
    private static async Task<EvictionWatch> WatchAsync(TestSite site)
    {
        var scopes = await site.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IServiceScopeFactory>()));
        var watch = new EvictionWatch(scopes, site.Cache, NullLogger<EvictionWatch>.Instance);
        await watch.LookAsync();
        return watch;
    }
}
