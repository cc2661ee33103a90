using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Tests.Content;

public sealed class ContentImportTests
{
    [Theory, EachEngine]
    public async Task A_file_without_version_ids_changes_nothing_the_second_time(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        await site.ImportAsync(Recipes.Steps.Guide("a"));
        site.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(ImportVerdict.Unchanged, Assert.Single((await site.ImportAsync(Recipes.Steps.Guide("a"))).Items).Verdict);
        var changed = await site.ImportAsync(Recipes.Steps.Guide("a", "新しい題名"));
        Assert.Equal(1, changed.Count(ImportVerdict.Changed));
        var versions = await site.VersionsAsync("a");
        Assert.Equal([(false, false), (true, true)], versions.Select(v => (v.Latest, v.Published)));
        Assert.Equal(versions[0].CreatedUtc, versions[1].CreatedUtc);
        Assert.Equal(site.Clock.Now.UtcDateTime, versions[1].ModifiedUtc);
    }

    [Theory, EachEngine]
    public async Task What_handlers_complete_does_not_make_an_item_changed(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        const string Bare = """{ "ContentItemId": "a", "ContentType": "Guide", "DisplayText": "別の名", "Latest": true, "Published": true, "TitlePart": { "Title": "手引き" }, "AutoroutePart": {} }""";
        await site.ImportAsync(Bare);
        Assert.Equal(1, (await site.ImportAsync(Bare)).Count(ImportVerdict.Unchanged));
        Assert.False(string.IsNullOrEmpty((await site.VersionsAsync("a"))[0].Get<Cms.Routing.AutoroutePart>()!.Path));
    }

    [Theory, EachEngine]
    public async Task Dates_owner_and_author_of_the_file_win_to_the_tick(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        await site.ImportAsync(Recipes.Steps.Guide("a", more: """, "ContentItemVersionId": "v1", "ModifiedUtc": "2026-10-02T01:23:45.1234567Z", "PublishedUtc": "2026-10-02T01:23:46Z", "CreatedUtc": "2026-09-30T14:00:00+09:00", "Owner": "u1", "Author": "編集者" """));
        var item = Assert.Single(await site.VersionsAsync("a"));
        Assert.Equal("2026-10-02T01:23:45.1234567Z", item.ModifiedUtc!.Value.ToString("O"));
        Assert.Equal(new DateTime(2026, 9, 30, 5, 0, 0, DateTimeKind.Utc), item.CreatedUtc);
        Assert.Equal(("u1", "編集者"), (item.Owner, item.Author));
    }

    [Theory, EachEngine]
    public async Task A_known_version_is_merged_in_place_and_skipped_when_equal(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        string Version(string title, bool published) => Recipes.Steps.Guide("a", title, """, "ContentItemVersionId": "v1", "KeptPart": { "X": 1 } """)
            .Replace("\"Published\": true", published ? "\"Published\": true" : "\"Published\": false", StringComparison.Ordinal);
        await site.ImportAsync(Version("題", published: true));
        Assert.Equal(1, (await site.ImportAsync(Version("題", published: false))).Count(ImportVerdict.Unchanged));
        await site.ImportAsync("""{ "ContentItemId": "a", "ContentItemVersionId": "v1", "ContentType": "Guide", "Latest": true, "Published": true, "TitlePart": { "Title": "別の題" } }""");
        var item = Assert.Single(await site.VersionsAsync("a"));
        Assert.Equal(("別の題", true, 2), (item.DisplayText, item.Published, item.Revision));
        Assert.True(item.Data.ContainsKey("KeptPart"));
    }

    [Theory, EachEngine]
    public async Task Archive_published_version_and_draft_of_one_item_come_in_any_order(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        string Version(string id, bool latest, bool published) => $$"""{ "ContentItemId": "a", "ContentItemVersionId": "{{id}}", "ContentType": "Guide", "Latest": {{(latest ? "true" : "false")}}, "Published": {{(published ? "true" : "false")}}, "TitlePart": { "Title": "{{id}}" } }""";
        string[] versions = [Version("draft", true, false), Version("old", false, false), Version("live", false, true)];
        await site.ImportAsync(versions);
        Assert.Equal(3, (await site.ImportAsync(versions)).Count(ImportVerdict.Unchanged));
        var stored = (await site.VersionsAsync("a")).ToDictionary(v => v.ContentItemVersionId, v => (v.Latest, v.Published));
        Assert.Equal((true, false), stored["draft"]);
        Assert.Equal((false, true), stored["live"]);
        Assert.Equal((false, false), stored["old"]);
    }

    [Theory, EachEngine]
    public async Task A_published_file_leaves_an_editors_later_draft_alone_when_it_says_nothing_new(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        await site.ImportAsync(Recipes.Steps.Guide("a"));
        await site.InScopeAsync(async scope =>
        {
            var store = (ContentStore)scope.GetService(typeof(ContentStore))!;
            var draft = (await store.LatestAsync("a"))!;
            draft.Set(new TitlePart { Title = "下書き" });
            return await store.SaveDraftAsync(draft);
        });
        Assert.Equal(1, (await site.ImportAsync(Recipes.Steps.Guide("a"))).Count(ImportVerdict.Unchanged));
        Assert.Contains(await site.VersionsAsync("a"), v => v is { Latest: true, DisplayText: "下書き" });
    }

    [Theory, EachEngine]
    public async Task A_part_the_file_does_not_speak_of_goes_along(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        await site.ImportAsync(Recipes.Steps.Guide("a", more: """, "AudiencePart": { "Audience": "Staff" } """));
        await site.ImportAsync(Recipes.Steps.Guide("a", "新しい題名"));
        Assert.All(await site.VersionsAsync("a"), v => Assert.Equal(Access.Audience.Staff, v.Audience));
    }

    [Theory, EachEngine]
    public async Task One_bad_item_cancels_all_and_every_problem_is_told(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        var outcome = await site.ImportAsync(Recipes.Steps.Guide("a"), Recipes.Steps.Guide("b", ""), Recipes.Steps.Guide("c", ""), """{ "ContentType": "Guide" }""",
            Recipes.Steps.Guide("d", more: """, "ContentItemVersionId": "v" """), Recipes.Steps.Guide("e", more: """, "ContentItemVersionId": "v" """));
        Assert.Equal([1, 2, 3, 5], outcome.Problems.Select(p => p.Index).Order());
        Assert.Empty(await site.VersionsAsync("a"));
    }

    [Theory, EachEngine]
    public async Task Two_new_items_of_one_import_cannot_have_one_address(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        var outcome = await site.ImportAsync(Recipes.Steps.Guide("a"), Recipes.Steps.Guide("b").Replace("guides/b", "guides/a", StringComparison.Ordinal));
        Assert.Equal("AutoroutePart.Path", Assert.Single(outcome.Problems).Path);
        Assert.Empty(await site.VersionsAsync("a"));
    }

    [Theory, EachEngine]
    public async Task A_version_id_of_another_item_is_refused(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        await site.ImportAsync(Recipes.Steps.Guide("a", more: """, "ContentItemVersionId": "v" """));
        Assert.Single((await site.ImportAsync(Recipes.Steps.Guide("b", more: """, "ContentItemVersionId": "v" """))).Problems);
    }

    [Theory, EachEngine]
    public async Task An_item_without_flags_goes_to_the_archive_once(Engine engine)
    {
        await using var site = await SiteWithTypesAsync(engine);
        const string Unflagged = """{ "ContentItemId": "a", "ContentType": "Guide", "TitlePart": { "Title": "題" } }""";
        await site.ImportAsync(Unflagged);
        Assert.Equal(1, (await site.ImportAsync(Unflagged)).Count(ImportVerdict.Unchanged));
        Assert.True(Assert.Single(await site.VersionsAsync("a")) is { Latest: false, Published: false });
    }

    private static async Task<TestSite> SiteWithTypesAsync(Engine engine)
    {
        var site = await TestSite.OpenAsync(engine);
        var plan = await site.ApplyAsync(site.Recipe("types", Recipes.Steps.Definitions));
        Assert.True(plan.Kept, plan.ToString());
        return site;
    }
}
