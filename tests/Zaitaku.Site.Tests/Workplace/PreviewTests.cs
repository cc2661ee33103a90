using System.Net;
using Zaitaku.Admin.Preview;
using Zaitaku.Admin.Scheduling;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Parts;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

[Collection(WorkplaceTests.Name)]
public sealed class PreviewTests(WorkplaceSite workplace)
{
    private const string Body = "MarkdownBodyPart.Markdown";

    private RunningSite Site => workplace.Site;

    [Fact]
    public async Task A_draft_is_seen_by_its_link_and_by_nothing_else()
    {
        var id = await Site.PublishPageAsync("seen-by-link", "公開の文");
        using var editor = workplace.As(RoleNames.Editor);
        using var saved = await editor.EditAsync(id, "save", (Body, "下書きの文"));
        var link = (await editor.PageAsync($"/admin/content/{id}/preview")).QuerySelector("iframe")!.GetAttribute("src")!;
        for (var turn = 0; turn < 2; turn++)
        {
            using var preview = await Site.Visitor.GetAsync(link);
            Assert.Contains("下書きの文", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(("no-store", "noindex, nofollow"), (preview.Headers.CacheControl!.ToString(), preview.Headers.GetValues("X-Robots-Tag").Single()));
            Assert.DoesNotContain("下書きの文", await Site.Visitor.GetStringAsync("/seen-by-link"), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await Site.VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task A_link_that_is_guessed_or_expired_or_of_something_else_leads_nowhere()
    {
        var id = await Site.PublishPageAsync("dead-links");
        var passes = Site.Services.GetRequiredService<PreviewPasses>();
        var version = (await Site.LatestAsync(id)).ContentItemVersionId;
        var other = (await Site.LatestAsync(await Site.PublishPageAsync("dead-links-other"))).ContentItemVersionId;
        var pass = new PreviewPass(id, version, Audience.Public, null);
        var good = passes.Write(pass, DateTimeOffset.UtcNow.AddMinutes(1));
        string[] bad =
        [
            "guessed", good[..^2] + (good[^2..] == "AA" ? "BB" : "AA"), passes.Write(pass, DateTimeOffset.UtcNow.AddMinutes(-1)),
            passes.Write(pass with { ContentItemVersionId = other }, DateTimeOffset.UtcNow.AddMinutes(1)),
        ];
        foreach (var token in bad)
        {
            using var answer = await Site.Visitor.GetAsync("/preview/" + token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("新しいリンク", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var right = await Site.Visitor.GetAsync("/preview/" + good);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task The_site_can_be_seen_as_it_will_be()
    {
        var id = await Site.PublishPageAsync("as-of", "いまの文");
        using var editor = workplace.As(RoleNames.Editor);
        using var planned = await editor.EditAsync(id, "save", (Body, "春からの文"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"));
        async Task<string> AtAsync(string at)
        {
            var page = await editor.PageAsync($"/admin/content/{id}/preview?version={(await Site.VersionsAsync(id)).Single(v => v.Published).ContentItemVersionId}&at={at}");
            return await Site.Visitor.GetStringAsync(page.QuerySelector("iframe")!.GetAttribute("src"));
        }

        Assert.Contains("いまの文", await AtAsync("2099-03-31T23:59"), StringComparison.Ordinal);
        Assert.Contains("春からの文", await AtAsync("2099-04-01T00:00"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_what_it_is_and_until_when()
    {
        var id = await Site.PublishPageAsync("says-preview");
        var pass = new PreviewPass(id, (await Site.LatestAsync(id)).ContentItemVersionId, Audience.Public, null);
        var page = await Site.PageAsync("/preview/" + Site.Services.GetRequiredService<PreviewPasses>().Write(pass, new DateTimeOffset(2099, 1, 2, 3, 4, 0, TimeSpan.Zero)));
        Assert.Contains("2099年（令和81年）1月2日12時04分", page.QuerySelector(".preview-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Site.PageAsync("/says-preview")).QuerySelector(".preview-notice"));
    }

    [Fact]
    public async Task A_link_to_what_is_not_for_everyone_is_for_those_who_may_read_it()
    {
        var id = await Site.PublishPageAsync("staff-preview", "職員だけの文", more: """, "AudiencePart": { "Audience": "Staff" }""");
        var pass = new PreviewPass(id, (await Site.LatestAsync(id)).ContentItemVersionId, Audience.Staff, null);
        var link = "/preview/" + Site.Services.GetRequiredService<PreviewPasses>().Write(pass, DateTimeOffset.UtcNow.AddMinutes(5));
        using var visitor = await Site.Visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        using var professional = workplace.As(RoleNames.Professional);
        Assert.Equal(HttpStatusCode.NotFound, await professional.GetAsync(link).StatusAsync());
        using var coordinator = workplace.As(RoleNames.Coordinator, "jiro");
        using var answer = await coordinator.GetAsync(link);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("職員だけの文", page, StringComparison.Ordinal);
        Assert.DoesNotContain("jiro", page, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Whoever_reads_a_preview_slowly_holds_up_nobody(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("slow-reader", string.Concat(Enumerable.Repeat("とても長い文章の段落です。\n\n", 100_000)));
        var pass = new PreviewPass(id, (await site.LatestAsync(id)).ContentItemVersionId, Audience.Public, null);
        var path = "/preview/" + site.Services.GetRequiredService<PreviewPasses>().Write(pass, DateTimeOffset.UtcNow.AddMinutes(5));
        var address = new Uri(site.Address);
        using var reader = new System.Net.Sockets.TcpClient { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(address.Host, address.Port);
        await reader.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        Assert.True(await reader.GetStream().ReadAsync(new byte[1]) > 0);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await site.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<Cms.AuditTrail.AuditTrail>().NoteAsync("Content", "Saved", id, cancel: patience.Token);
            return 0;
        });
    }

    [Theory, EachEngine]
    public async Task What_is_due_happens_once_however_many_look(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var id = await site.PublishPageAsync("due", "まえ");
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        using var planned = await editor.EditAsync(id, "save", (Body, "あと"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"), ("ArchiveLaterPart.ScheduledArchiveUtc", "2099-05-01T00:00"));
        var (before, start, end) = (new DateTime(2099, 3, 31, 14, 59, 0, DateTimeKind.Utc), new DateTime(2099, 3, 31, 15, 0, 0, DateTimeKind.Utc), new DateTime(2099, 4, 30, 15, 0, 0, DateTimeKind.Utc));
        Task<int> LookAsync(DateTime at) => site.InScopeAsync(services => services.GetRequiredService<Schedule>().DoAsync(at, default));
        Assert.Equal(0, await LookAsync(before));
        Assert.Equal(1, (await Task.WhenAll(LookAsync(start), LookAsync(start), LookAsync(start))).Sum());
        var live = (await site.VersionsAsync(id)).Single(v => v.Published);
        Assert.Equal("あと", live.Get<MarkdownBodyPart>()!.Markdown);
        Assert.Null(live.Get<PublishLaterPart>());
        Assert.Equal(1, (await Task.WhenAll(LookAsync(end), LookAsync(end))).Sum());
        Assert.DoesNotContain(await site.VersionsAsync(id), version => version.Published);
    }
}
