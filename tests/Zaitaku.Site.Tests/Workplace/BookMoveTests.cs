using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class BookMoveTests
{
    [Theory, EachEngine]
    public async Task A_chapter_moves_with_its_easy_edition_and_leaves_redirects(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var (id, target) = (await IdAsync(site, "guides/acp/money"), (await BooksAsync(site)).First(path => path.StartsWith("handbooks/", StringComparison.Ordinal)));
        (await editor.EditAsync(id, "save", ("TitlePart.Title", "下書きの題"))).Dispose();
        var easy = (await EditionsAsync(site, id)).Single(other => other != id);
        await editor.PostAsync($"/admin/content/{id}/move", [await TokenAsync(editor, id), new("list", await IdAsync(site, target))]).ExpectAsync(HttpStatusCode.Redirect);
        foreach (var moved in new[] { id, easy })
        {
            var versions = (await site.VersionsAsync(moved)).Where(v => v.Latest || v.Published).ToList();
            Assert.All(versions, v => Assert.Equal(("Handbook", true), (v.Get<ContainedPart>()!.ListContentType, v.Get<AutoroutePart>()!.Path!.StartsWith(target + "/", StringComparison.Ordinal))));
        }

        Assert.Equal("下書きの題", (await site.LatestAsync(id)).DisplayText);
        using var old = await site.Visitor.GetAsync("/guides/acp/money");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/{target}/money"), (old.StatusCode, old.Headers.Location?.OriginalString));
        Assert.Contains($"/{target}/money", await site.Visitor.GetStringAsync($"/{target}"), StringComparison.Ordinal);
        Assert.DoesNotContain("money", await site.Visitor.GetStringAsync("/guides/acp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_goes_only_where_chapters_may_stand_and_only_by_those_who_publish()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var id = await IdAsync(site, "guides/acp/money");
        foreach (var target in new[] { "", "4center0000000000000000000", await IdAsync(site, "about"), await IdAsync(site, "guides/acp"), id })
        {
            await editor.PostAsync($"/admin/content/{id}/move", [await TokenAsync(editor, id), new("list", target)]).ExpectAsync(HttpStatusCode.BadRequest);
        }

        Assert.Equal(HttpStatusCode.NotFound, await editor.GetAsync($"/admin/content/{await IdAsync(site, "about")}/move").StatusAsync());
        using var coordinator = new Colleague(site, RoleNames.Coordinator, "taro");
        Assert.Equal(HttpStatusCode.Forbidden, await coordinator.GetAsync($"/admin/content/{id}/move").StatusAsync());
    }

    [Theory, EachEngine]
    public async Task Chapters_are_put_in_order_and_easy_editions_follow(Engine engine)
    {
        await using var site = await WorkplaceSite.StartAsync(engine);
        using var editor = new Colleague(site, RoleNames.Editor, "hanako");
        var book = await IdAsync(site, "guides/acp");
        var before = await TitlesAsync(editor, book);
        var second = (await editor.PageAsync($"/admin/content/{book}/order")).QuerySelectorAll("tbody tr")[1].QuerySelector("button[name=up]")!.GetAttribute("value")!;
        await editor.PostAsync($"/admin/content/{book}/order", [await TokenAsync(editor, book, "order"), new("up", second)]).ExpectAsync(HttpStatusCode.Redirect);
        var after = await TitlesAsync(editor, book);
        Assert.Equal([before[1], before[0], .. before[2..]], after);
        var editions = await EditionsAsync(site, second);
        Assert.Equal(2, editions.Count);
        List<int> places = [];
        foreach (var id in editions) places.Add((await site.LatestAsync(id)).Get<ContainedPart>()!.Order);
        Assert.Equal([0, 1], places.Order());
        Assert.Equal(0, (await site.LatestAsync(second)).Get<ContainedPart>()!.Order);
    }

    private static async Task<List<string>> TitlesAsync(Colleague who, string book) =>
        [.. (await who.PageAsync($"/admin/content/{book}/order")).QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("a")!.TextContent)];

    private static async Task<KeyValuePair<string, string>> TokenAsync(Colleague who, string id, string page = "move") =>
        new("__RequestVerificationToken", (await who.PageAsync($"/admin/content/{id}/{page}")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static Task<string> IdAsync(RunningSite site, string path) => site.InScopeAsync(scope =>
        scope.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Path == path && row.Published).Select(row => row.ContentItemId).SingleAsync());

    private static Task<List<string>> BooksAsync(RunningSite site) => site.InScopeAsync(scope =>
        scope.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => row.Published && row.ContentType == "Handbook").Select(row => row.Path).ToListAsync());

    private static async Task<List<string>> EditionsAsync(RunningSite site, string id)
    {
        var set = (await site.LatestAsync(id)).Get<LocalizationPart>()!.LocalizationSet;
        return await site.InScopeAsync(scope => scope.GetRequiredService<SiteDb>().Set<LocalizationPartIndex>().IgnoreQueryFilters().Where(row => row.LocalizationSet == set && row.Latest).Select(row => row.ContentItemId).ToListAsync());
    }
}
