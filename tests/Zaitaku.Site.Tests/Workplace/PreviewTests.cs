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
