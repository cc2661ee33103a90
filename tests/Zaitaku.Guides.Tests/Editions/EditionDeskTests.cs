using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

public sealed class EditionDeskTests
{
    [Theory, EachEngine]
    public async Task An_edition_holds_what_stands_published_and_no_draft(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        var published = await site.PublishAsync(BookSite.One, "Chapter", "一の章", "公開した文です。");
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "下書きの文です。", publish: false);
        Assert.Empty(await site.CloseAsync("第1版"));
        var texts = await site.Site.ReadAsync(db => db.Set<EditionText>().OrderBy(t => t.Order).ToListAsync());
        Assert.Equal([BookSite.BookId, BookSite.One, BookSite.Two], texts.Select(t => t.ContentItemId));
        Assert.Equal(published, texts[1].ContentItemVersionId);
        var act = await site.Site.ReadAsync(db => db.Set<AuditTrailEvent>().SingleAsync());
        Assert.Equal((EditionActs.Closed, BookSite.BookId, "第1版"), (act.Name, act.CorrelationId, act.Comment));
    }

    [Theory, EachEngine]
    public async Task An_edition_in_which_nothing_has_changed_is_not_closed(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の文です。");
        Assert.Equal(GuidesText.NothingChanged("第1版"), Assert.Single(await site.CloseAsync("第2版")).Message);
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        Assert.Empty(await site.CloseAsync("第2版"));
        Assert.Equal([2, 1], (await site.EditionsAsync()).Select(e => e.Number));
    }

    [Theory, EachEngine]
    public async Task Of_two_who_close_at_the_same_time_one_is_told_that_nothing_has_changed(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => site.CloseAsync($"版{n}"))));
        Assert.Equal(1, outcomes.Count(problems => problems.Count == 0));
        Assert.Single(await site.EditionsAsync());
    }

    [Theory]
    [InlineData("", "直しました。", "2026-11-22", "Name"), InlineData("第1版", "直しました。", "2026-11-22", "Name"), InlineData("第2版", "", "2026-11-22", "Note")]
    [InlineData("第2版", "直しました。", null, "Day"), InlineData("第2版", "直しました。", "2026-11-21", "Day"), InlineData("第2版", "直しました。", "2027-11-23", "Day")]
    public async Task What_an_editor_says_must_be_sayable(string name, string note, string? day, string at)
    {
        await using var site = await BookSite.OpenAsync(Engine.Sqlite);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        var problems = await site.Site.InScopeAsync(scope => scope.GetRequiredService<EditionDesk>().CloseAsync(BookSite.BookId, new(name, note, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(at, Assert.Single(problems).Path);
        Assert.Single(await site.EditionsAsync());
    }

    [Theory, EachEngine]
    public async Task Names_and_notes_that_are_too_long_are_refused_before_the_database_does(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Equal(["Name", "Note"], (await site.CloseAsync(new string('版', 61), new string('文', 2001))).Select(p => p.Path));
        Assert.Empty(await site.CloseAsync(new string('版', 60), string.Concat(Enumerable.Repeat("短い文。\n\n", 333))));
    }

    [Theory, EachEngine]
    public async Task Only_the_newest_edition_can_be_taken_back_and_only_for_a_day(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        Assert.Empty(await site.CloseAsync("第2版"));
        Assert.Equal(GuidesText.OnlyTheNewest, await site.ReopenAsync(1));
        Assert.Equal(GuidesText.EditionNotThere, await site.ReopenAsync(3));
        site.Site.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(GuidesText.TooLateToReopen, await site.ReopenAsync(2));
        site.Site.Clock.Now -= TimeSpan.FromSeconds(1);
        Assert.Null(await site.ReopenAsync(2));
        Assert.Equal(GuidesText.EditionNotThere, await site.ReopenAsync(2));
    }

    [Theory, EachEngine]
    public async Task A_number_that_stands_in_printed_copies_is_never_given_again(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        Assert.Null(await site.ReopenAsync(1));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        Assert.Empty(await site.CloseAsync("第1版"));
        Assert.Equal([2], (await site.EditionsAsync()).Select(e => e.Number));
        Assert.Equal("一の章", Assert.Single((await site.SinceAsync(1)).Texts).Title);
        Assert.True((await site.SinceAsync(2)).IsEmpty);
    }

    [Theory, EachEngine]
    public async Task What_an_edition_holds_is_not_deleted_by_anyone(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        Assert.Empty(await site.CloseAsync("第1版"));
        await site.PublishAsync(BookSite.One, "Chapter", "一の章", "一の新しい文です。");
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().RemoveAsync(BookSite.One)));
        Assert.Equal(2, (await site.Site.VersionsAsync(BookSite.One)).Count);
        var page = await site.PublishAsync("4page000000000000000000000", "Page", "頁", "文");
        Assert.True(await site.Site.InScopeAsync(scope => scope.GetRequiredService<ContentStore>().RemoveAsync("4page000000000000000000000")));
        Assert.DoesNotContain(await site.Site.VersionsAsync("4page000000000000000000000"), v => v.ContentItemVersionId == page);
    }

    [Theory, EachEngine]
    public async Task Nobody_closes_an_edition_of_a_book_they_may_not_know_of(Engine engine)
    {
        await using var site = await BookSite.OpenAsync(engine);
        await site.PublishAsync(BookSite.BookId, "Guidebook", "冊子", "", audience: Audience.Staff);
        Assert.Equal(GuidesText.BookNotPublished, Assert.Single(await site.CloseAsync("第1版", viewer: new Viewer(Audience.Professionals))).Message);
        Assert.Empty(await site.CloseAsync("第1版", viewer: new Viewer(Audience.Staff)));
    }
}
