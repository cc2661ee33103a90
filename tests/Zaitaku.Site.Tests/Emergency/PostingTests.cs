using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Emergency;

/// <summary>What is put on the site is seen on every page at once, and gone at its minute, whatever the cache holds.</summary>
public sealed class PostingTests
{
    private static readonly string[] Pages = ["/", "/guides", "/guides/acp/money", "/guides/acp/money?furigana=on", "/forms/renkei-sheet", "/contact", "/sitemap", "/guides/acp/print", "/no/such/page"];

    [Theory, EachEngine]
    public async Task A_notice_stands_on_every_page_at_once_and_goes_to_the_minute(Engine engine)
    {
        await using var emergency = await EmergencySite.StartAsync(engine);
        foreach (var page in Pages.SkipLast(1)) Assert.Empty(await emergency.SeenAsync(page));
        Assert.True(IsKept(emergency, "/guides"));

        using var posted = await emergency.PostAsync(EmergencySite.Storm, until: "2026-11-22T12:00");
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        foreach (var page in Pages.SkipLast(1)) Assert.Equal(["緊急 " + EmergencySite.StormTitle], await emergency.SeenAsync(page));
        Assert.True(IsKept(emergency, "/guides"));
        Assert.Contains("いま出ています", (await emergency.Staff.PageAsync("/admin")).QuerySelector(".emergency-line")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await emergency.Staff.PageAsync("/admin")).QuerySelectorAll(".emergency"));

        emergency.Clock.Now = new(2026, 11, 22, 2, 59, 59, TimeSpan.Zero);
        foreach (var page in Pages.SkipLast(1)) Assert.Single(await emergency.SeenAsync(page));
        emergency.Clock.Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        foreach (var page in Pages.SkipLast(1)) Assert.Empty(await emergency.SeenAsync(page));
        Assert.Null((await emergency.Staff.PageAsync("/admin")).QuerySelector(".emergency-line"));
    }

    [Theory, EachEngine]
    public async Task A_planned_notice_begins_at_its_minute_on_pages_kept_before(Engine engine)
    {
        await using var emergency = await EmergencySite.StartAsync(engine);
        using var posted = await emergency.PostAsync(EmergencySite.Phone, from: "2026-11-22T11:00", until: "2026-11-22T12:00");
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Empty(await emergency.SeenAsync("/guides"));
        Assert.True(IsKept(emergency, "/guides"));
        emergency.Clock.Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
        Assert.StartsWith("お知らせ", Assert.Single(await emergency.SeenAsync("/guides")), StringComparison.Ordinal);
        emergency.Clock.Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        Assert.Empty(await emergency.SeenAsync("/guides"));
    }

    [Theory, EachEngine]
    public async Task It_is_lifted_with_one_press_extended_with_one_and_all_is_written_down(Engine engine)
    {
        await using var emergency = await EmergencySite.StartAsync(engine);
        using var posted = await emergency.PostAsync(EmergencySite.Power, until: "2026-11-22T12:00");
        Assert.Single(await emergency.SeenAsync("/guides"));
        await emergency.PressAsync("extend");
        emergency.Clock.Now = new(2026, 11, 23, 2, 59, 0, TimeSpan.Zero);
        Assert.Single(await emergency.SeenAsync("/guides"));
        await emergency.PressAsync("lift");
        Assert.Empty(await emergency.SeenAsync("/guides"));
        var acts = await emergency.Site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>()
            .Where(row => row.CorrelationId == EmergencySite.Power).OrderBy(row => row.Id).Select(row => row.Name + " " + row.UserName).ToListAsync());
        Assert.Equal(["EmergencyPosted hanako", "EmergencyExtended hanako", "EmergencyLifted hanako"], acts);
    }

    [Fact]
    public async Task The_first_page_can_begin_with_it_and_the_ordinary_one_follows()
    {
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite);
        using var posted = await emergency.PostAsync(EmergencySite.Storm, until: "2026-11-22T12:00", place: "first");
        var home = await emergency.Site.PageAsync("/");
        Assert.NotNull(home.QuerySelector("main > .emergency-top:first-child .emergency"));
        Assert.Single(home.QuerySelectorAll(".emergency"));
        Assert.NotNull(home.QuerySelector("main .hero h1"));
        Assert.NotNull((await emergency.Site.PageAsync("/guides")).QuerySelector("body > .emergency"));
    }

    [Fact]
    public async Task The_feed_tells_it_while_it_is_seen()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite);
        using var posted = await emergency.PostAsync(EmergencySite.Storm, until: "2026-11-22T12:00");
        var entry = XDocument.Parse(await emergency.Site.Visitor.GetStringAsync("/feed.xml")).Root!.Elements(atom + "entry").First();
        Assert.Equal("【緊急】" + EmergencySite.StormTitle, entry.Element(atom + "title")!.Value);
        Assert.Contains("訪問診療", entry.Element(atom + "summary")!.Value, StringComparison.Ordinal);
        var fragment = entry.Elements(atom + "link").Single().Attribute("href")!.Value.Split("/#")[1];
        Assert.NotNull((await emergency.Site.PageAsync("/")).GetElementById(fragment));
        emergency.Clock.Now += TimeSpan.FromDays(1);
        Assert.DoesNotContain(EmergencySite.StormTitle, await emergency.Site.Visitor.GetStringAsync("/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_seen_at_once_and_what_stands_is_not_taken_down()
    {
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite, Cms.Access.RoleNames.Editor);
        using var posted = await emergency.PostAsync(EmergencySite.Phone, until: "2026-11-22T12:00");
        Assert.Single(await emergency.SeenAsync("/guides"));
        using var corrected = await emergency.Staff.EditAsync(EmergencySite.Phone, "publish", ("TitlePart.Title", "電話が直るまで"));
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Equal(["お知らせ 電話が直るまで"], await emergency.SeenAsync("/guides"));
        using var refused = await emergency.Staff.EditAsync(EmergencySite.Phone, "unpublish");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Single(await emergency.SeenAsync("/guides"));
        await emergency.PressAsync("lift");
        using var done = await emergency.Staff.EditAsync(EmergencySite.Phone, "unpublish");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [Theory]
    [InlineData("none", "2026-11-23T10:00", "", "Notice"), InlineData(EmergencySite.Storm, "", "", "Until"), InlineData(EmergencySite.Storm, "2026-11-22T09:59", "", "Until")]
    [InlineData(EmergencySite.Storm, "2026-12-06T10:01", "", "Until"), InlineData(EmergencySite.Storm, "2026-11-23T10:00", "2026-11-22T09:00", "From")]
    [InlineData(EmergencySite.Storm, "2026-11-23T10:00", "2026-11-23T10:00", "Until"), InlineData(EmergencySite.Storm, "tomorrow", "", "Until")]
    public async Task A_form_that_cannot_stand_comes_back_as_it_was_typed(string notice, string until, string from, string at)
    {
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite);
        using var answer = await emergency.PostAsync(notice, until, from, "first");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Colleague.ReadAsync(answer);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".errors a[href='#{at}']"));
        Assert.NotNull(page.GetElementById(at));
        Assert.Equal(until, page.QuerySelector("[name=Until]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name=Place][value=first]")!.HasAttribute("checked"));
        Assert.Empty(await emergency.SeenAsync("/guides"));
    }

    [Fact]
    public async Task No_more_than_three_and_none_twice()
    {
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite);
        var fourth = await emergency.Site.InScopeAsync(async services =>
        {
            var item = ContentItemConverter.Read(ContentJson.ParseObject(
                """{ "ContentType": "EmergencyNotice", "TitlePart": { "Title": "4つ目" }, "EmergencyNoticePart": { "Level": { "Text": "notice" }, "Text": { "Text": "文章" } } }"""));
            Assert.Empty(await services.GetRequiredService<ContentStore>().PublishAsync(item));
            return item.ContentItemId;
        });
        foreach (var notice in new[] { EmergencySite.Storm, EmergencySite.Power, EmergencySite.Phone }) using (await emergency.PostAsync(notice, "2026-11-22T12:00")) { }
        using var twice = await emergency.PostAsync(EmergencySite.Storm, "2026-11-22T13:00");
        using var more = await emergency.PostAsync(fourth, "2026-11-22T13:00");
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [twice.StatusCode, more.StatusCode]);
        Assert.Equal(3, (await emergency.SeenAsync("/guides")).Count);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "開く"), InlineData("//evil.example", "開く"), InlineData("/emergency", ""), InlineData("emergency", "開く")]
    public async Task A_notice_with_a_link_that_cannot_be_followed_is_not_saved(string url, string words)
    {
        await using var emergency = await EmergencySite.StartAsync(Engine.Sqlite, Cms.Access.RoleNames.Editor);
        using var answer = await emergency.Staff.EditAsync(EmergencySite.Storm, "save", ("EmergencyNoticePart.Link.Url", url), ("EmergencyNoticePart.Link.Text", words));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(EmergencySite.StormTitle, (await emergency.Site.LatestAsync(EmergencySite.Storm)).Get<TitlePart>()!.Title);
    }

    private static bool IsKept(EmergencySite emergency, string path) => emergency.Site.Services.GetRequiredService<SiteCache>().Find<object>(path) is not null;
}
