using Zaitaku.Cms.Caching;

namespace Zaitaku.Cms.Tests.Caching;

public sealed class SiteCacheTests
{
    private readonly SiteCache cache = new();

    [Fact]
    public void A_kept_value_is_found_until_one_of_its_tags_is_evicted()
    {
        cache.Keep("page", "text", ["a", "b"], cache.Now, 1);
        cache.Evict("c");
        Assert.Equal("text", cache.Find<string>("page"));
        cache.Evict("b");
        Assert.Null(cache.Find<string>("page"));
    }

    [Fact]
    public void A_page_made_of_old_rows_while_new_ones_were_published_is_not_kept()
    {
        var since = cache.Now;
        cache.Evict("a");
        cache.Keep("page", "old", ["a"], since, 1);
        Assert.Null(cache.Find<string>("page"));
    }

    /// <summary>The control of the test above: it is the moment of beginning that tells.</summary>
    [Fact]
    public void A_page_whose_making_began_after_the_publication_is_kept()
    {
        cache.Evict("a");
        cache.Keep("page", "new", ["a"], cache.Now, 1);
        Assert.Equal("new", cache.Find<string>("page"));
    }

    [Fact]
    public void A_publication_of_something_else_does_not_disturb()
    {
        var since = cache.Now;
        cache.Evict("b");
        cache.Keep("page", "text", ["a"], since, 1);
        Assert.Equal("text", cache.Find<string>("page"));
    }

    [Fact]
    public async Task A_value_is_made_once_and_again_after_its_eviction()
    {
        var made = 0;
        for (var time = 0; time < 3; time++) Assert.Equal("1", await cache.GetOrMakeAsync("key", ["a"], () => Task.FromResult($"{++made}")));
        cache.Evict("a");
        Assert.Equal("2", await cache.GetOrMakeAsync("key", ["a"], () => Task.FromResult($"{++made}")));
    }

    [Fact]
    public async Task A_value_overtaken_while_it_was_made_is_handed_out_and_forgotten()
    {
        var value = await cache.GetOrMakeAsync("key", ["a"], () =>
        {
            cache.Evict("a");
            return Task.FromResult("old");
        });
        Assert.Equal("old", value);
        Assert.Null(cache.Find<string>("key"));
    }

    [Fact]
    public void The_cache_does_not_grow_without_end()
    {
        const int mebibyte = 1024 * 1024;
        for (var n = 0; n < 1000; n++) cache.Keep($"page{n}", new object(), ["a"], cache.Now, mebibyte);
        Assert.InRange(Enumerable.Range(0, 1000).Count(n => cache.Find<object>($"page{n}") is not null), 1, 48);
    }

    [Fact]
    public void Keeping_the_same_page_again_and_again_leaves_room_for_the_others()
    {
        cache.Keep("other", "text", ["a"], cache.Now, 1);
        for (var n = 0; n < 1000; n++) cache.Keep("page", new object(), ["a"], cache.Now, 1024 * 1024);
        Assert.Equal("text", cache.Find<string>("other"));
    }

    [Fact]
    public async Task Many_hands_at_once_leave_it_in_order()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(hand => Task.Run(() =>
        {
            for (var n = 0; n < 2000; n++)
            {
                cache.Keep($"page{n % 50}", new object(), [$"tag{n % 7}"], cache.Now, 100_000);
                if (n % 10 == hand) cache.Evict($"tag{n % 7}");
            }
        })));
        for (var tag = 0; tag < 7; tag++) cache.Evict($"tag{tag}");
        Assert.All(Enumerable.Range(0, 50), n => Assert.Null(cache.Find<object>($"page{n}")));
        for (var n = 0; n < 40; n++) cache.Keep($"after{n}", new object(), ["a"], cache.Now, 1024 * 1024);
        Assert.All(Enumerable.Range(0, 40), n => Assert.NotNull(cache.Find<object>($"after{n}")));
    }
}

public sealed class PageTagsTests
{
    [Fact]
    public void A_page_that_says_nothing_of_itself_is_not_kept() => Assert.False(new PageTags().MayKeep);

    [Fact]
    public void A_page_about_one_person_is_not_kept()
    {
        var tags = new PageTags();
        tags.Add(PageTag.Item("a"));
        Assert.True(tags.MayKeep);
        tags.Never();
        Assert.False(tags.MayKeep);
    }

    [Fact]
    public void Every_page_shows_the_menus_the_department_and_the_site()
    {
        var tags = new PageTags();
        tags.Add(PageTag.Item("a"));
        Assert.Equal(["item:a", "site", "type:Department", "type:Menu"], tags.All.Order(StringComparer.Ordinal));
    }
}
