using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Freshness;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Freshness;

/// <summary>Somebody looks whether a page is still true, and says so without changing it.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private const string Center = "4center0000000000000000000";
    private const string Answered = """, "ContactPart": { "Department": { "ContentItemIds": ["4center0000000000000000000"] } }""";

    private readonly TestClock clock = new();
    private RunningSite site = null!;
    private Colleague editor = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        editor?.Dispose();
        if (site is not null) await site.DisposeAsync();
    }

    [Theory, EachEngine]
    public async Task A_look_sets_the_next_day_and_changes_nothing_else(Engine engine)
    {
        await StartAsync(engine);
        var id = await site.PublishPageAsync("review-look");
        using var draft = await editor.EditAsync(id, "save", ("MarkdownBodyPart.Markdown", "まだ公開していない下書きです。"));
        var before = await site.VersionsAsync(id);
        clock.Now += TimeSpan.FromDays(400);
        Assert.Contains("review-lookの題", await ListAsync("status:Stale"));
        var overdue = await editor.PageAsync("/admin/freshness?department=none");
        Assert.Contains("review-lookの題", overdue.QuerySelector("#pages ~ form")!.TextContent, StringComparison.Ordinal);

        using var looked = await editor.PostAsync("/admin/freshness", [.. Colleague.FormOf(overdue), new("confirm", id)]);
        Assert.Equal("/admin/freshness?department=none", looked.Headers.Location?.OriginalString);

        var after = await site.VersionsAsync(id);
        Assert.Equal(before.Select(v => (v.ContentItemVersionId, v.ModifiedUtc, v.PublishedUtc, v.Author, v.Latest, v.Published)), after.Select(v => (v.ContentItemVersionId, v.ModifiedUtc, v.PublishedUtc, v.Author, v.Latest, v.Published)));
        Assert.All(after, version => Assert.Equal(new DateTime(2028, 12, 27, 0, 0, 0, DateTimeKind.Utc), version.Get<ReviewPart>()!.ReviewBy));
        Assert.DoesNotContain("review-lookの題", await ListAsync("status:Stale"));
        Assert.Equal("Reviewed hanako", await LastActAsync(id));
        using var published = await editor.EditAsync(id, "publish");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }

    [Theory, EachEngine]
    public async Task The_day_itself_is_in_time_and_the_next_is_not(Engine engine)
    {
        await StartAsync(engine);
        await site.PublishPageAsync("review-day", more: """, "ReviewPart": { "ReviewBy": "2026-12-01T00:00:00Z" }""");
        await site.PublishPageAsync("review-exempt", more: """, "ReviewPart": { "Exempt": true }""");
        clock.Now = new(2026, 12, 1, 14, 59, 59, TimeSpan.Zero);
        Assert.DoesNotContain("review-dayの題", await ListAsync("status:Stale"));
        clock.Now = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);
        Assert.Contains("review-dayの題", await ListAsync("status:Stale"));
        clock.Now += TimeSpan.FromDays(4000);
        Assert.DoesNotContain("review-exemptの題", await ListAsync("status:Stale"));
        var line = (await editor.PageAsync("/admin/freshness?department=none")).QuerySelectorAll("#pages ~ form tr").Single(row => row.TextContent.Contains("review-exemptの題", StringComparison.Ordinal));
        Assert.Contains("要りません", line.TextContent, StringComparison.Ordinal);
        Assert.Null(line.QuerySelector("button"));
    }

    [Fact]
    public async Task Publishing_may_say_it_too_and_a_day_chosen_by_hand_stands()
    {
        await StartAsync(Engine.Sqlite);
        var id = await site.PublishPageAsync("review-tick", more: """, "ReviewPart": { "ReviewBy": "2026-12-01T00:00:00Z" }""");
        using var without = await editor.EditAsync(id, "publish", ("MarkdownBodyPart.Markdown", "直した文です。"));
        Assert.Equal(new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc), (await site.LatestAsync(id)).Get<ReviewPart>()!.ReviewBy);
        using var ticked = await editor.EditAsync(id, "publish", ("reviewed", "true"));
        Assert.Equal(new DateTime(2027, 11, 22, 0, 0, 0, DateTimeKind.Utc), (await site.LatestAsync(id)).Get<ReviewPart>()!.ReviewBy);
        Assert.Contains(await ActsAsync(id), act => act == "Reviewed hanako");
        using var chosen = await editor.EditAsync(id, "publish", ("reviewed", "true"), ("ReviewPart.ReviewBy", "2027-04-01"));
        Assert.Equal(new DateTime(2027, 4, 1, 0, 0, 0, DateTimeKind.Utc), (await site.LatestAsync(id)).Get<ReviewPart>()!.ReviewBy);
    }

    [Fact]
    public async Task Coordinators_look_from_the_editor_and_nobody_looks_at_a_draft()
    {
        await StartAsync(Engine.Sqlite);
        var id = await site.PublishPageAsync("review-editor");
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "taro");
        using var looked = await coordinator.EditAsync(id, "reviewed");
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        Assert.Equal("Reviewed taro", await LastActAsync(id));
        using var down = await editor.EditAsync(id, "unpublish");
        using var draft = await coordinator.PostAsync($"/admin/content/{id}", [.. Colleague.FormOf(await coordinator.PageAsync($"/admin/content/{id}")), new("act", "reviewed")]);
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Departments_are_counted_and_lists_are_narrowed_to_one(Engine engine)
    {
        await StartAsync(engine);
        await site.PublishPageAsync("review-center", more: Answered + """, "ReviewPart": { "ReviewBy": "2026-11-01T00:00:00Z" }""");
        await site.PublishPageAsync("review-soon", more: Answered + """, "ReviewPart": { "ReviewBy": "2026-12-10T00:00:00Z" }""");
        await site.PublishPageAsync("review-nobody");
        var rows = (await editor.PageAsync("/admin/freshness")).QuerySelectorAll("#departments ~ table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        var center = rows.Single(row => row[0].Contains("さくら市", StringComparison.Ordinal));
        Assert.Equal(["1", "1"], center.Skip(2));
        Assert.Contains(rows, row => row[0] == "担当のないページ");
        Assert.Contains("review-centerの題", await ListAsync($"department:{Center} type:Page"));
        Assert.Contains("review-centerの題", await ListAsync("department:さくら市在宅 review"));
        Assert.DoesNotContain("review-nobodyの題", await ListAsync($"department:{Center} review"));
        Assert.Equal(["review-nobodyの題"], await ListAsync("department:none review"));
        Assert.Empty(await ListAsync("department:nowhere"));
    }

    [Fact]
    public async Task The_keepers_address_is_on_no_page_unless_it_is_the_publics()
    {
        await StartAsync(Engine.Sqlite);
        Assert.DoesNotContain("keepers@sakura.example", await site.Visitor.GetStringAsync("/contact"), StringComparison.Ordinal);
        using var wrong = await editor.EditAsync(Center, "publish", ("DepartmentPart.Mail.Text", "a@b.example, c@d.example"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var shown = await editor.EditAsync(Center, "publish", ("DepartmentPart.MailIsPublic.Value", "true"));
        Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        Assert.Equal("mailto:keepers@sakura.example", (await site.PageAsync("/contact")).QuerySelector(".contact a[href^=mailto]")!.GetAttribute("href"));
    }

    private async Task StartAsync(Engine engine)
    {
        site = await WorkplaceSite.StartAsync(engine, services => services.AddSingleton<TimeProvider>(clock));
        editor = site.As(RoleNames.Editor, "hanako");
    }

    private async Task<List<string>> ListAsync(string q) =>
        [.. (await editor.PageAsync("/admin/content?q=" + Uri.EscapeDataString(q))).QuerySelectorAll(".title-cell a").Select(link => link.TextContent)];

    private async Task<string> LastActAsync(string id) => (await ActsAsync(id))[^1];

    private Task<List<string>> ActsAsync(string id) => site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<AuditTrailEvent>()
        .Where(row => row.CorrelationId == id).OrderBy(row => row.Id).Select(row => row.Name + " " + row.UserName).ToListAsync());
}
