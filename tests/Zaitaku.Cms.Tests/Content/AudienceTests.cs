using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Tests.Content;

public sealed class AudienceTests
{
    private const string Everything = """, "AliasPart": { "Alias": "x-ID" }, "LocalizationPart": { "LocalizationSet": "set-ID", "Culture": "ja" }, "AutoroutePart": { "Path": "p/ID" } """;

    [Theory, EachEngine]
    public async Task Children_follow_their_container_all_the_way_down(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await ImportAsync(site, Guide("guide", "Staff"), Chapter("child", "guide"), Chapter("grandchild", "child"));
        await AssertAudienceAsync(site, Audience.Staff, "guide", "child", "grandchild");
        await ImportAsync(site, Guide("guide", "Professionals"));
        await AssertAudienceAsync(site, Audience.Professionals, "guide", "child", "grandchild");
        await ImportAsync(site, Guide("guide", "Public"));
        await AssertAudienceAsync(site, Audience.Public, "guide", "child", "grandchild");
        await ImportAsync(site, Chapter("child", "guide", """, "AudiencePart": { "Audience": "Staff" } """));
        await AssertAudienceAsync(site, Audience.Staff, "child", "grandchild");
        await AssertAudienceAsync(site, Audience.Public, "guide");
    }

    [Theory, EachEngine]
    public async Task A_draft_of_the_container_does_not_open_what_is_published(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        await ImportAsync(site, Guide("guide", "Staff"), Chapter("child", "guide"));
        await ImportAsync(site, Guide("guide", "Public").Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal));
        await ImportAsync(site, Chapter("child", "guide", """, "Chapter": { "Lead": { "Text": "new" } } """));
        Assert.All((await site.VersionsAsync("child")).Where(v => v.Published), v => Assert.Equal(Audience.Staff, v.Audience));
    }

    [Theory, EachEngine]
    public async Task Drafts_and_narrower_circles_are_hidden_in_content_and_in_every_index(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        foreach (var circle in Enum.GetNames<Audience>())
        {
            foreach (var state in new[] { "live", "draft" })
            {
                var id = $"{circle}-{state}";
                var item = Chapter(id, "guide", Everything.Replace("ID", id, StringComparison.Ordinal) + $$""", "AudiencePart": { "Audience": "{{circle}}" } """);
                await ImportAsync(site, Guide("guide", "Public"), state == "live" ? item : item.Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal));
            }
        }

        foreach (var (viewer, count) in new[] { (Viewer.Anonymous, 1), (new(Audience.Professionals), 2), (new(Audience.Staff), 3), (new(Audience.Public, true), 2), (Viewer.Site, 6) })
        {
            Assert.Equal(count, await site.ReadAsync(db => db.Content.CountAsync(i => i.ContentType == "Chapter"), viewer));
            Assert.Equal(count, await CountAsync<AliasPartIndex>(site, viewer));
            Assert.Equal(count, await CountAsync<LocalizationPartIndex>(site, viewer));
            Assert.Equal(count, await CountAsync<ContainedPartIndex>(site, viewer));
            Assert.Equal(count, await site.ReadAsync(db => db.Set<AutoroutePartIndex>().CountAsync(r => r.ContentType == "Chapter"), viewer));
        }
    }

    [Theory, EachEngine]
    public async Task Index_rows_of_every_kind_stand_under_the_filter(Engine engine)
    {
        await using var site = await OpenAsync(engine);
        var open = await site.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(IndexRow)) || t.ClrType.IsAssignableTo(typeof(IForAudience)) || t.ClrType == typeof(ContentItem))
            .Where(t => t.GetDeclaredQueryFilters().Count == 0).Select(t => t.Name).ToList()));
        Assert.Empty(open);
    }

    private static Task<int> CountAsync<TRow>(TestSite site, Viewer viewer) where TRow : IndexRow => site.ReadAsync(db => db.Set<TRow>().CountAsync(), viewer);

    private static string Guide(string id, string audience) => Recipes.Steps.Guide(id, more: $$""", "AudiencePart": { "Audience": "{{audience}}" } """);

    private static string Chapter(string id, string container, string more = "") => Recipes.Steps.Chapter(id, container, more: more);

    private static async Task AssertAudienceAsync(TestSite site, Audience audience, params string[] ids)
    {
        foreach (var id in ids)
        {
            Assert.Equal(audience, (await site.VersionsAsync(id)).Single(v => v.Published).Audience);
            var row = await site.ReadAsync(db => db.Set<ContainedPartIndex>().FirstOrDefaultAsync(r => r.ContentItemId == id));
            if (row is not null) Assert.Equal(audience, row.Audience);
        }
    }

    private static async Task ImportAsync(TestSite site, params string[] items)
    {
        site.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Empty((await site.ImportAsync(items)).Problems);
    }

    private static async Task<TestSite> OpenAsync(Engine engine)
    {
        var site = await TestSite.OpenAsync(engine);
        Assert.True((await site.ApplyAsync(site.Recipe("types", Recipes.Steps.Definitions))).Kept);
        return site;
    }
}
