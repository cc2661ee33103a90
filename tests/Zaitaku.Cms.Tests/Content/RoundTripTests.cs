using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Tests.Content;

public sealed class RoundTripTests
{
    private const string Item = """
        {
          "ContentItemId": "4k8c0x2m7yq3v1ztd5whn9rj6a", "ContentItemVersionId": "41w9ek3hz7tpm0c8xqbn5yv2dg", "ContentType": "Guide", "DisplayText": "在宅療養のはじめかた",
          "Latest": true, "Published": true, "ModifiedUtc": "2026-10-02T01:23:45.1234567Z", "PublishedUtc": "2026-10-02T01:23:45.1Z", "CreatedUtc": "2026-09-30T05:00:00Z", "Owner": null, "Author": null,
          "TitlePart": { "Title": "在宅療養のはじめかた", "Colour": "青" },
          "ForeignPart": { "$type": "Some.Type, Some.Assembly", "Deep": { "List": [ 1, 2.50, 1e3, null, { "A": true } ] } },
          "LayerMetadata": { "RenderTitle": true, "Position": 1.5, "Zone": "Content", "Layer": "Always" },
          "Boxes": { "ContentItems": [ { "ContentItemId": "inner", "ContentItemVersionId": null, "ContentType": "Chapter", "DisplayText": null, "Latest": false, "Published": false, "ModifiedUtc": null, "Chapter": { "Lead": { "Text": "x", "Loose": [ "y" ] } }, "Odd": 5 } ] },
          "Scalar": "root", "Number": 12345678901234567890, "Nothing": null
        }
        """;

    [Fact]
    public void A_part_that_code_changes_keeps_what_the_code_does_not_know()
    {
        var item = ContentItemConverter.Read(ContentJson.ParseObject(Item));
        item.Alter<TitlePart>(part => part.Title = "新しい題名");
        Assert.Equal("""{"Title":"新しい題名","Colour":"青"}""", item.Data["TitlePart"]!.ToJsonString(ContentJson.Options));
    }

    [Theory, EachEngine]
    public async Task What_the_site_does_not_know_comes_out_as_it_went_in(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var plan = await site.ApplyAsync(site.Recipe("a", Recipes.Steps.Definitions, Recipes.Steps.Content(Item)));
        Assert.True(plan.Kept, plan.ToString());
        var stored = Assert.Single(await site.VersionsAsync("4k8c0x2m7yq3v1ztd5whn9rj6a"));
        var (before, after) = (JsonNode.Parse(Item)!, JsonSerializer.SerializeToNode(stored, ContentJson.Options)!);
        foreach (var (name, value) in before.AsObject().Where(p => p.Key != "PublishedUtc"))
        {
            Assert.True(JsonNode.DeepEquals(value, after[name]), $"{name}: {after[name]?.ToJsonString()}");
        }

        Assert.Contains("2.50", after["ForeignPart"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("2026-10-02T01:23:45.1234567Z", after["ModifiedUtc"]!.ToString());
    }
}
