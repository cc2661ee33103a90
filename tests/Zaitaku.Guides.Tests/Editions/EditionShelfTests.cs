using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

public sealed class EditionShelfTests
{
    [Theory, EachEngine]
    public async Task Chapters_that_came_went_and_were_reworded_are_told_apart(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の新しい章", "一の文です。");
        await site.PublishAsync("4chapter300000000000000000", "Chapter", "三の章", "三の文です。", order: 2);
        await site.Site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().UnpublishAsync(BookSite.Two));
        var changes = await site.SinceAsync(1);
        Assert.Equal(
            [("一の新しい章", ChangeKind.Reworded, "一の章"), ("三の章", ChangeKind.Added, null), ("二の章", ChangeKind.Removed, null)],
            changes.Texts.Select(t => (t.Title, t.Kind, t.FormerTitle)));
        Assert.Empty(changes.Texts[2].Passages);
        Assert.False(changes.Reordered);
    }

    [Theory, EachEngine]
    public async Task A_chapter_that_has_become_narrower_is_not_named_to_those_outside(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "職員だけの章", "職員だけの文です。", audience: Audience.Staff);
        Assert.True((await site.SinceAsync(1)).IsEmpty);
        Assert.True((await site.SinceAsync(1, new Viewer(Audience.Professionals))).IsEmpty);
        Assert.Equal("職員だけの章", Assert.Single((await site.SinceAsync(1, new Viewer(Audience.Staff))).Texts).Title);
    }

    [Theory, EachEngine]
    public async Task A_narrow_chapter_that_went_to_the_trash_is_not_named_either(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "文です。", audience: Audience.Staff);
        await site.Site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().RetireAsync(BookSite.One));
        Assert.True((await site.SinceAsync(1)).IsEmpty);
        Assert.Equal(ChangeKind.Removed, Assert.Single((await site.SinceAsync(1, new Viewer(Audience.Staff))).Texts).Kind);
    }

    [Theory, EachEngine]
    public async Task What_was_narrow_in_the_edition_is_new_to_those_who_may_read_it_now(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        await site.PublishAsync(BookSite.One, "Chapter", "職員だけの題", "職員だけの文です。", audience: Audience.Staff);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "みんなの題", "みんなの文です。");
        var change = Assert.Single((await site.SinceAsync(1)).Texts);
        Assert.Equal((ChangeKind.Added, null), (change.Kind, change.FormerTitle));
        Assert.DoesNotContain(change.Passages.SelectMany(p => p.Phrases), phrase => phrase.Text.Contains("職員", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Another_order_of_the_same_chapters_is_a_change(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.Two, "Chapter", "二の章", "二の文です。", order: -1);
        var changes = await site.SinceAsync(1);
        Assert.True(changes.Reordered);
        Assert.Empty(changes.Texts);
        Assert.Empty(await site.CloseAsync("第2版"));
    }
}
