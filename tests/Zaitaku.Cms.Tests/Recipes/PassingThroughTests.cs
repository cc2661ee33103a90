using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Cms.Recipes.Steps.Kept;

namespace Zaitaku.Cms.Tests.Recipes;

/// <summary>What Orchard Core's sites have in them comes out of this one as it came in.</summary>
public sealed class PassingThroughTests
{
    private const string Header = """ "ModifiedUtc": "2026-10-02T01:23:45.1234567Z", "PublishedUtc": null, "CreatedUtc": "2026-09-30T05:00:00Z", "Owner": "4owner", "Author": "editor" """;

    private static readonly string[] Items =
    [
        Item("list", "v1", latest: true, published: true, "Guide", """ "ListPart": {}, "Boxes": { "ContentItems": [ { "ContentItemId": "in-bag", "ContentType": "Term", "Foreign": { "$type": "A.B, A", "N": 1.50 } } ] } """),
        Item("page", "v2", latest: false, published: false, "Chapter", """ "ContainedPart": { "ListContentItemId": "list", "ListContentType": "Guide", "Order": 2 }, "MarkdownBodyPart": { "Markdown": "古い版" } """),
        Item("page", "v3", latest: false, published: true, "Chapter", """ "ContainedPart": { "ListContentItemId": "list", "ListContentType": "Guide", "Order": 2 }, "MarkdownBodyPart": { "Markdown": "公開の版" } """),
        Item("page", "v4", latest: true, published: false, "Chapter", """ "ContainedPart": { "ListContentItemId": "list", "ListContentType": "Guide", "Order": 2 }, "MarkdownBodyPart": { "Markdown": "下書き <b>𠮷</b>" } """),
        Item("tax", "v5", latest: true, published: true, "Terms", """ "TaxonomyPart": { "TermContentType": "Term", "Terms": [ { "ContentItemId": "t1", "ContentType": "Term", "TermPart": { "TaxonomyContentItemId": "tax" }, "Terms": [ { "ContentItemId": "t2", "ContentType": "Term" } ] } ] } """),
        Item("widget", "v6", latest: true, published: true, "Term", """ "LayerMetadata": { "RenderTitle": false, "Position": 1.5, "Zone": "Footer", "Layer": "Always" }, "FlowPart": { "Widgets": [ { "ContentItemId": "w", "ContentType": "Term", "FlowMetadata": { "Alignment": 3, "Size": 50 } } ] }, "RootText": "値", "RootNumber": 10.0, "RootTruth": true, "RootNull": null, "RootList": [ 1, "二", null ] """),
        Item("menu", "v7", latest: true, published: true, "Menu", """ "MenuPart": {}, "MenuItemsListPart": { "MenuItems": [ { "ContentItemId": "m", "ContentType": "HtmlMenuItem", "HtmlMenuItemPart": { "Url": "~/", "Html": "<i>x</i>" } } ] } """),
    ];

    [Theory, EachEngine]
    public async Task Every_version_comes_out_as_it_came_in(Engine engine)
    {
        await using var here = await TestSite.OpenAsync(engine);
        await using var there = await TestSite.OpenAsync(engine);
        var plan = await here.ApplyAsync(here.Recipe("all", Steps.Definitions, Steps.Content(Items),
            """{ "name": "Layers", "Layers": [ { "Name": "Always", "LayerRule": { "$type": "X.Y, X" } } ] }"""));
        Assert.True(plan.Kept, plan.ToString());
        var path = Path.Combine(there.Folder, "site.zip");
        await here.InScopeAsync(async scope =>
        {
            await using var zip = new FileStream(path, FileMode.CreateNew);
            return await scope.GetRequiredService<SiteExport>().WriteAsync(zip);
        });

        Assert.True((plan = await there.ApplyAsync(path)).Kept, plan.ToString());
        Assert.Equal(await VersionsAsync(here), await VersionsAsync(there));
        Assert.Equal(7, (await VersionsAsync(there)).Count);
        Assert.True((await there.ApplyAsync(path)).ChangesNothing);
        Assert.Contains("X.Y, X", (await there.DocumentAsync<KeptSteps>()).Find("Layers")!.ToJsonString(), StringComparison.Ordinal);
        var widget = Assert.Single(await there.VersionsAsync("widget"));
        Assert.Equal("""["値",10.0,true,[1,"二",null]]""", $"[{string.Join(',', new[] { "RootText", "RootNumber", "RootTruth", "RootList" }.Select(name => widget.Data[name]!.ToJsonString(ContentJson.Options)))}]");
        Assert.Equal(("4owner", 1234567), (widget.Owner, (int)(widget.ModifiedUtc!.Value.Ticks % TimeSpan.TicksPerSecond)));
        Assert.Equal([(false, false), (false, true), (true, false)], (await there.VersionsAsync("page")).OrderBy(v => v.ContentItemVersionId).Select(v => (v.Latest, v.Published)));
    }

    private static string Item(string id, string version, bool latest, bool published, string type, string parts) =>
        $$"""{ "ContentItemId": "{{id}}", "ContentItemVersionId": "{{version}}", "ContentType": "{{type}}", "DisplayText": "題", "Latest": {{(latest ? "true" : "false")}}, "Published": {{(published ? "true" : "false")}}, {{Header}}, "TitlePart": { "Title": "題" }, {{parts}} }""";

    private static Task<List<string>> VersionsAsync(TestSite site) => site.ReadAsync(async db =>
        (await Task.FromResult(db.Content.ToList())).Select(i => JsonSerializer.Serialize(i, ContentJson.Options)).Order(StringComparer.Ordinal).ToList());
}
