using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Cms.Routing;
using Zaitaku.Emergency.Postings;
using Zaitaku.Guides.Editions;
using Zaitaku.Site.Tests.Emergency;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests;

/// <summary>The sample site goes out as one zip and comes in again on an empty site.</summary>
public sealed class ExportTests
{
    private static readonly Dictionary<string, string> Empty = new() { ["Zaitaku:SetupRecipe"] = "" };

    [Theory, EachEngine]
    public async Task The_whole_site_moves_to_an_empty_one(Engine engine)
    {
        await using var here = await RunningSite.StartAsync(engine);
        await WithDraftAndArchiveAsync(here);
        await using var there = await RunningSite.StartAsync(engine, Empty);
        var package = await ExportAsync(here, "site.zip");

        var plan = await ApplyAsync(there, package);
        Assert.True(plan.Kept, plan.ToString());
        Assert.Equal(await VersionsAsync(here), await VersionsAsync(there));
        Assert.Equal(await DocumentsAsync(here), await DocumentsAsync(there));
        Assert.Equal(await FilesAsync(here), await FilesAsync(there));
        Assert.Equal("/guides/acp-moved", (await there.Visitor.GetAsync("/guides/acp")).Headers.Location?.ToString());
        Assert.True((await ApplyAsync(there, package)).ChangesNothing);
        Assert.Equal(await EntriesAsync(package), await EntriesAsync(await ExportAsync(there, "again.zip")));
    }

    /// <summary>In the middle of a working day: a copy waits to go in, an edition is closed, a page waits for approval, a notice stands on the site.</summary>
    [Theory, EachEngine]
    public async Task A_site_moves_with_what_is_under_way_and_without_what_belongs_to_its_people(Engine engine)
    {
        await using var here = await Requests.StartAsync(engine);
        var (replaced, asked, thrown) = (await here.PublishPageAsync("replaced", "まえの文。"), await here.PublishPageAsync("asked", "まえの文。"), await here.PublishPageAsync("thrown", "捨てた文。"));
        using var editor = here.As(RoleNames.Editor, "hanako");
        using var writer = here.As(RoleNames.Coordinator, "taro");
        using var begun = await editor.EditAsync(replaced, "copy");
        var copy = begun.Headers.Location!.OriginalString["/admin/content/".Length..];
        (await editor.EditAsync(copy, "save", (Requests.Body, "差し替えの文。"), ("PublishLaterPart.ScheduledPublishUtc", "2099-04-01T00:00"))).Dispose();
        await writer.AskAsync(asked, "承認を待つ文。");
        Assert.Empty(await InScopeAsync(here, services => services.GetRequiredService<EmergencyDesk>().PostAsync(new(EmergencySite.Storm, true, null, DateTime.UtcNow.AddHours(6)))));
        (await editor.EditAsync(thrown, "trash")).Dispose();
        // Its address is another page's by now.
        await here.PublishPageAsync("thrown", "いまの文。");
        var guide = await InScopeAsync(here, services => services.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().Where(row => row.Path == "guides/acp").Select(row => row.ContentItemId).SingleAsync());
        await InScopeAsync(here, async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            var item = (await store.LatestAsync(guide))!;
            item.Set(new TitlePart { Title = "人生会議・在宅療養ガイドブック（新版）" });
            Assert.Empty(await store.PublishAsync(item));
            return 0;
        });
        Assert.Empty(await InScopeAsync(here, services => services.GetRequiredService<EditionDesk>().CloseAsync(guide, new("第9版", "直しました。", new(2026, 11, 26)))));
        await using var there = await RunningSite.StartAsync(engine, Empty);
        var package = await ExportAsync(here, "site.zip");
        var plan = await ApplyAsync(there, package);
        Assert.True(plan.Kept, plan.ToString());

        Assert.Equal(await VersionsAsync(here), await VersionsAsync(there));
        Assert.Equal(await DocumentsAsync(here), await DocumentsAsync(there));
        var (closed, came) = (await EditionsAsync(here), await EditionsAsync(there));
        Assert.Equal(string.Join('\n', closed.Except(came)), string.Join('\n', came.Except(closed)));
        Assert.Contains("第9版", string.Join('\n', came), StringComparison.Ordinal);
        Assert.Equal(await EntriesAsync(package), await EntriesAsync(await ExportAsync(there, "again.zip")));
        // The copy is a copy there too: where nobody need be asked, it goes in at its time.
        Assert.Equal("まえの文。", await there.LiveTextAsync(replaced));
        await there.DemandAsync(levels: 0, takeDown: false);
        Assert.Equal(1, await there.LookAsync(new DateTime(2099, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal("差し替えの文。", await there.LiveTextAsync(replaced));
        // What was thrown away lies in the trash, and can be purged.
        Assert.Equal(1, await CountAsync<TrashedItem>(there, row => row.ContentItemId == thrown && row.Title == "thrownの題" && row.UserName == null));
        Assert.NotEmpty(await InScopeAsync(there, services => services.GetRequiredService<TrashCan>().RestoreAsync(thrown, default)));
        Assert.Null(await InScopeAsync(there, services => services.GetRequiredService<TrashCan>().PurgeAsync(thrown, default)));
        Assert.Empty(await there.VersionsAsync(thrown));
        // What waited for approval is a draft, and has to be asked for anew.
        Assert.Equal(("まえの文。", "承認を待つ文。"), (await there.LiveTextAsync(asked), (await there.LatestAsync(asked)).Get<MarkdownBodyPart>()!.Markdown));
        Assert.Equal(0, await CountAsync<ApprovalRequest>(there));
        Assert.Equal(0, await CountAsync<AuditTrailEvent>(there, row => row.Category == "User"));
        // A notice is put up where somebody is there to take it off again: it has come along as prepared, and does not stand.
        Assert.Equal((1, 0), (await CountAsync<Posting>(here), await CountAsync<Posting>(there)));
    }

    private static Task<List<string>> EditionsAsync(RunningSite site) => InScopeAsync(site, async services =>
    {
        var db = services.GetRequiredService<SiteDb>();
        var editions = await db.Set<BookEdition>().AsNoTracking().ToListAsync();
        var texts = await db.Set<EditionText>().AsNoTracking().ToListAsync();
        return editions.ConvertAll(e => $"{e.Name} {System.Text.Json.JsonSerializer.Serialize(e)}").Concat(texts.ConvertAll(t => System.Text.Json.JsonSerializer.Serialize(t))).Order(StringComparer.Ordinal).ToList();
    });

    private static Task<int> CountAsync<TRow>(RunningSite site, System.Linq.Expressions.Expression<Func<TRow, bool>>? which = null) where TRow : class =>
        InScopeAsync(site, services => services.GetRequiredService<SiteDb>().Set<TRow>().IgnoreQueryFilters().CountAsync(which ?? (_ => true)));

    [Fact]
    public async Task The_recipe_is_readable_and_in_Orchards_order()
    {
        await using var site = await RunningSite.StartAsync();
        var text = await EntryAsync(await ExportAsync(site, "site.zip"), SiteExport.RecipeName);
        Assert.Contains("在宅療養", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        var recipe = JsonNode.Parse(text)!.AsObject();
        Assert.True(recipe.IndexOf("variables") < recipe.IndexOf("steps"));
        var names = recipe["steps"]!.AsArray().Select(step => step!["name"]!.ToString()).ToList();
        Assert.True(names.IndexOf("ContentDefinition") is >= 0 and var definitions && definitions < names.IndexOf("content"));
    }

    /// <summary>An editor begins a draft of one guide, and publishes another anew.</summary>
    private static Task<int> WithDraftAndArchiveAsync(RunningSite site) => InScopeAsync(site, async services =>
    {
        var (store, db) = (services.GetRequiredService<ContentStore>(), services.GetRequiredService<SiteDb>());
        var pages = await db.Content.IgnoreQueryFilters().Where(i => i.Published).OrderBy(i => i.ContentItemId).Select(i => i.ContentItemId).Take(2).ToListAsync();
        var archived = await db.Content.IgnoreQueryFilters().CountAsync(i => !i.Latest && !i.Published);
        var drafted = (await store.LatestAsync(pages[0]))!;
        drafted.Data["Extra"] = JsonNode.Parse("""{ "$type": "Elsewhere.Thing, Elsewhere", "下書き": "𠮷野", "Number": 1.50 }""");
        Assert.Empty(await store.SaveDraftAsync(drafted));
        Assert.Empty(await store.PublishAsync((await store.LatestAsync(pages[1]))!));
        var guide = await db.Set<AutoroutePartIndex>().Where(row => row.Path == "guides/acp").Select(row => row.ContentItemId).SingleAsync();
        var moved = (await store.LatestAsync(guide))!;
        moved.Alter<AutoroutePart>(part => part.Path = "guides/acp-moved");
        Assert.Empty(await store.PublishAsync(moved));
        Assert.Equal((1, archived + 2), (await db.Content.IgnoreQueryFilters().CountAsync(i => i.Latest && !i.Published), await db.Content.IgnoreQueryFilters().CountAsync(i => !i.Latest && !i.Published)));
        return 0;
    });

    private static Task<string> ExportAsync(RunningSite site, string name) => InScopeAsync(site, async services =>
    {
        var path = Path.Combine(site.Folder, name);
        await using var file = new FileStream(path, FileMode.CreateNew);
        Assert.Empty((await services.GetRequiredService<SiteExport>().WriteAsync(file)).Missing);
        return path;
    });

    private static Task<RecipePlan> ApplyAsync(RunningSite site, string path) =>
        InScopeAsync(site, services => services.GetRequiredService<RecipeRunner>().ApplyAsync(path));

    /// <summary>Every version as JSON, with its audience.</summary>
    private static Task<List<string>> VersionsAsync(RunningSite site) => InScopeAsync(site, async services =>
        (await services.GetRequiredService<SiteDb>().Content.IgnoreQueryFilters().AsNoTracking().ToListAsync())
        .Select(i => $"{System.Text.Json.JsonSerializer.Serialize(i, ContentJson.Options)} {i.Audience}").Order(StringComparer.Ordinal).ToList());

    /// <summary>Settings, definitions, roles, features, themes, kept steps: all but what a site notes of its own workings.</summary>
    private static Task<List<string>> DocumentsAsync(RunningSite site) => InScopeAsync(site, async services =>
        (await services.GetRequiredService<SiteDb>().Set<SiteDocument>().AsNoTracking().ToListAsync())
        .Where(d => d.Name != nameof(MadeIndexes)).Select(d => $"{d.Name} {d.Json}").Order(StringComparer.Ordinal).ToList());

    private static Task<List<string>> FilesAsync(RunningSite site) => InScopeAsync(site, async services =>
    {
        var store = services.GetRequiredService<MediaStore>();
        var files = await MediaStore.AllAsync(services.GetRequiredService<SiteDb>());
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(store.Has(file)));
        return files.ConvertAll(f => $"{f.Path} {f.Sha256} {f.Audience} {f.ContentType} {f.Width}x{f.Height}");
    });

    private static async Task<List<string>> EntriesAsync(string package)
    {
        await using var zip = await ZipFile.OpenReadAsync(package);
        var entries = new List<string>();
        foreach (var entry in zip.Entries) entries.Add($"{entry.FullName} {WithoutTime(await TextAsync(entry))}");
        return entries;
    }

    private static string WithoutTime(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("  \"exportUtc\"", StringComparison.Ordinal)));

    private static async Task<string> EntryAsync(string package, string name)
    {
        await using var zip = await ZipFile.OpenReadAsync(package);
        return await TextAsync(zip.GetEntry(name)!);
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    private static async Task<TResult> InScopeAsync<TResult>(RunningSite site, Func<IServiceProvider, Task<TResult>> run)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
