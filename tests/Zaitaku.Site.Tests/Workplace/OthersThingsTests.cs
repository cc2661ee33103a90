using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;
using Zaitaku.Guides.Editions;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Ids of other people's things, of things of another kind, and of things that were open once: whoever sends them changes nothing and learns nothing (ASVS 8.2.2).</summary>
public sealed class OthersThingsTests
{
    private const string Plan = "PublishLaterPart.ScheduledPublishUtc";
    private const string Once = "いちど公開した話";

    [Theory, EachEngine]
    public async Task What_comes_back_brings_no_plan_along(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        var (id, trashed) = (await site.PublishPageAsync("plan-dropped", "まえ。"), await site.PublishPageAsync("plan-trashed", "まえ。"));
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var coordinator = site.As(RoleNames.Coordinator, "taro");
        (await editor.EditAsync(id, "save", (Requests.Body, "予定した文。"), (Plan, "2099-04-01T00:00"))).Dispose();
        var planned = (await site.LatestAsync(id)).ContentItemVersionId;
        (await editor.EditAsync(id, "save", (Requests.Body, "やめた文。"), (Plan, ""))).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await coordinator.PostAsync($"/admin/content/{id}/versions", [.. await coordinator.TokenAsync(), new("version", planned)]).StatusAsync());
        Assert.Equal(("予定した文。", null), (await site.LatestAsync(id) is var back ? back.Get<MarkdownBodyPart>()!.Markdown : "", back.Get<PublishLaterPart>()?.ScheduledPublishUtc));

        (await editor.EditAsync(trashed, "save", (Requests.Body, "捨てた文。"), (Plan, "2099-04-01T00:00"))).Dispose();
        (await editor.EditAsync(trashed, "trash")).Dispose();
        Assert.Equal(HttpStatusCode.Redirect, await editor.PostAsync("/admin/trash", [.. await editor.TokenAsync(), new("restore", trashed)]).StatusAsync());
        Assert.Equal(0, await site.LookAsync(new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(("まえ。", ""), (await site.LiveTextAsync(id), await site.LiveTextAsync(trashed)));
    }

    [Theory, EachEngine]
    public async Task What_has_become_the_staffs_takes_its_earlier_versions_requests_and_links_along(Engine engine)
    {
        await using var site = await Requests.StartAsync(engine);
        var id = await site.PublishPageAsync("narrowed", Once);
        using var writer = site.As(RoleNames.Coordinator, "taro");
        using var outsider = site.As($"{ByRole.May}AccessAdminPanel+EditContent+PublishContent+ApproveContent", "soto");
        var request = await writer.AskAsync(id, Once + "の続き");
        var before = (await site.LatestAsync(id)).ContentItemVersionId;
        var link = (await writer.PageAsync($"/admin/content/{id}/preview")).QuerySelector("iframe")!.GetAttribute("src")!;
        foreach (var open in new[] { request, $"/admin/content/{id}/preview?version={before}" }) Assert.Equal(HttpStatusCode.OK, await outsider.GetAsync(open).StatusAsync());
        Assert.Contains(Once, await site.Visitor.GetStringAsync(link), StringComparison.Ordinal);
        await NarrowAsync(site, id);

        foreach (var closed in new[] { request, $"/admin/content/{id}/preview?version={before}", $"/admin/content/{id}/versions?a={before}" }) Assert.Equal(HttpStatusCode.NotFound, await outsider.GetAsync(closed).StatusAsync());
        using var visited = await site.Visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, visited.StatusCode);
        Assert.DoesNotContain(Once, await visited.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var act in new[] { "approve", "remand", "withdraw" })
        {
            using var answer = await outsider.AnswerAsync(request, 1, act);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var bulk = await outsider.PostAsync("/admin/approvals", [.. await outsider.TokenAsync(), new("pick", $"{request[^26..]}:1"), new("act", "approve")]);
        Assert.DoesNotContain("narrowedの題", await bulk.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var staff = await writer.GetAsync(request);
        Assert.Equal(HttpStatusCode.OK, staff.StatusCode);
    }

    [Fact]
    public async Task Ids_of_another_kind_and_of_other_people_are_not_there()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var (page, other) = (await site.PublishPageAsync("of-another-kind"), await site.PublishPageAsync("of-another-kind-too"));
        var (pageVersion, otherVersion) = ((await site.LatestAsync(page)).ContentItemVersionId, (await site.LatestAsync(other)).ContentItemVersionId);
        var standIn = await StandInAsync(site, of: "hanako".PadRight(26, '0'));
        using var admin = site.As(RoleNames.Administrator, "kanri");
        var before = await StateAsync(site);
        (string Path, string Name, string Value)[] posts =
        [
            ($"/admin/departments/{page}", "act", "publish"), ($"/admin/departments/{page}", "act", "join"), ($"/admin/departments/{page}", "act", "trash"),
            ($"/admin/menus/{page}", "act", "publish"), ($"/admin/guides/{page}/editions", "act", "close"), ($"/admin/guides/{page}/editions", "reopen", "1"),
            ($"/admin/content/{page}/versions", "version", otherVersion), ($"/admin/content/{page}/replacement", "live", pageVersion), ($"/admin/content/{page}/move", "list", other),
            ("/admin/approvals/stand-ins", "end", standIn), ($"/admin/approvals/{page}", "act", "approve"), ("/admin/trash", "purge", page), ("/admin/checks/links", "heed", "999999"),
            ("/admin/mail-texts/No.Such", "act", "save"), ($"/admin/users/{page}", "handler", "Disable"), ("/admin/media", "remove", "no/such.png"), ("/admin/media", "remove", "../../site.db"),
            ($"/admin/content/new/Page?in={page}", "act", "save"), ($"/admin/content/new/Chapter?in={page}", "act", "save"), ("/admin/content/new/Department?in=" + page, "act", "save"), ("/admin/trash", "restore", page),
        ];
        List<string> wrong = [];
        foreach (var (path, name, value) in posts)
        {
            using var answer = await admin.PostAsync(path, [.. await admin.TokenAsync(), new(name, value), new("TitlePart.Title", "のっとり"), new("AutoroutePart.Path", "nottori")]);
            if (answer.StatusCode != HttpStatusCode.NotFound) wrong.Add($"{path} {name}={value}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        string[] reads = [$"/admin/departments/{page}", $"/admin/menus/{page}", $"/admin/guides/{page}/editions", $"/admin/content/{page}/replacement", $"/admin/content/{page}/preview?version={otherVersion}", $"/admin/approvals/{page}", $"/admin/users/{page}", "/admin/mail-texts/No.Such", $"/admin/content/new/Chapter?in={page}"];
        foreach (var path in reads)
        {
            if (await admin.GetAsync(path).StatusAsync() is not HttpStatusCode.NotFound and var status) wrong.Add($"{path}: {(int)status}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await StateAsync(site));
    }

    [Fact]
    public async Task Whoever_may_only_edit_is_refused_what_readers_would_see()
    {
        await using var site = await WorkplaceSite.StartAsync();
        var id = await site.PublishPageAsync("not-a-coordinators", "まえ。");
        using var editor = site.As(RoleNames.Editor, "hanako");
        using var coordinator = site.As(RoleNames.Coordinator, "taro");
        (await editor.EditAsync(id, "copy")).Dispose();
        var copy = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<ReplacementPartIndex>().IgnoreQueryFilters().Where(row => row.Of == id).Select(row => row.ContentItemId).SingleAsync());
        var book = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Content.Where(item => item.ContentType == "Guidebook" && item.Published).Select(item => item.ContentItemId).FirstAsync());
        var before = await StateAsync(site);
        (string Path, string Name, string Value)[] posts =
        [
            .. new[] { "publish", "publish-over", "unpublish", "unpublish-over", "trash" }.SelectMany(act => new[] { ($"/admin/content/{id}", "act", act), ($"/admin/content/{copy}", "act", act) }),
            .. new[] { "publish", "unpublish", "trash" }.Select(verb => ("/admin/content", "verb", verb)),
            ($"/admin/guides/{book}/editions", "act", "close"), ($"/admin/guides/{book}/editions", "reopen", "1"), ($"/admin/content/{book}/order", "act", "arrange"), ($"/admin/content/{id}/move", "list", book),
            ("/admin/readings", "act", "save"), ("/admin/readings?handler=Csv", "act", "replace"), ("/admin/house-words", "act", "save"), ("/admin/search/synonyms", "act", "save"), ("/admin/menus", "act", "publish"),
            ("/admin/departments/4center0000000000000000000", "act", "publish"), ("/admin/mail-texts/Members.Invitation", "act", "save"), ("/admin/trash", "restore", id), ("/admin/trash", "purge", id),
            ("/admin/approvals/stand-ins", "end", id), ("/admin/settings", "act", "save"), ("/admin/approval", "act", "save"), ("/admin/content/new/Page", "act", "publish"),
        ];
        foreach (var (path, name, value) in posts)
        {
            using var answer = await coordinator.PostAsync(path, [.. await coordinator.TokenAsync(), new(name, value), new("ids", id), new("wanted", "publish"), new("TitlePart.Title", "のっとり")]);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} {name}={value}: {(int)answer.StatusCode}");
        }

        Assert.Equal(before, await StateAsync(site));
    }

    private static Task<IReadOnlyList<ContentProblem>> NarrowAsync(RunningSite site, string id) => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<ContentStore>();
        var item = (await store.LatestAsync(id))!;
        item.Data["AudiencePart"] = new JsonObject { ["Audience"] = "Staff" };
        return await store.SaveVersionAsync(item, publish: true);
    });

    private static Task<string> StandInAsync(RunningSite site, string of) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        var row = new StandIn { Id = ContentId.New(), ApproverId = of, ApproverName = "hanako", StandInId = ContentId.New(), StandInName = "jiro", FromUtc = DateTime.UtcNow.AddDays(-1), UntilUtc = DateTime.UtcNow.AddDays(9) };
        await db.WriteAsync(async () =>
        {
            db.Add(row);
            return await db.SaveChangesAsync();
        });
        return row.Id;
    });

    /// <summary>What such a request might have changed, counted.</summary>
    private static Task<string> StateAsync(RunningSite site) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        var versions = db.Content.IgnoreQueryFilters();
        return $"{await versions.CountAsync()} {await versions.CountAsync(item => item.Published)} {await db.Set<StandIn>().CountAsync()} {await db.Set<BookEdition>().CountAsync()} {await db.Set<MediaFile>().IgnoreQueryFilters().CountAsync()}";
    });
}
