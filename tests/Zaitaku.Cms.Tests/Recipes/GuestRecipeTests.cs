using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Cms.Recipes.Steps.Kept;

namespace Zaitaku.Cms.Tests.Recipes;

/// <summary>Recipes written for another house, whose modules nobody here knows.</summary>
public sealed class GuestRecipeTests
{
    private const string Shop = """
        { "name": "Shop", "steps": [
          { "name": "feature", "enable": [ "Acme.Shop" ] },
          { "name": "themes", "Site": "AcmeTheme" },
          { "name": "Roles", "Roles": [ { "Name": "Clerk", "Permissions": [ "SellThings" ] } ] },
          { "name": "recipes", "Values": [ { "executionid": "x", "name": "AcmeElsewhere" } ] },
          { "name": "ContentDefinition", "ContentParts": [ { "Name": "Shelf", "ContentPartFieldDefinitionRecords": [ { "FieldName": "BarcodeField", "Name": "Code" } ] } ] },
          { "name": "Content", "data": [ { "ContentItemId": "a", "ContentType": "Gadget", "DisplayText": "品物", "Latest": true, "Published": true,
              "TitlePart": { "Title": "品物" }, "Gadget": { "Weight": { "Grams": 1.50 } }, "AcmePart": { "$type": "Acme.Part, Acme", "N": 10.0 } } ] },
          { "name": "AcmeWarehouse", "Rooms": [ "一", null, 1.0 ] } ] }
        """;

    [Fact]
    public async Task Steps_types_and_recipes_that_nobody_knows_are_refused_with_the_way_to_keep_them()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var problems = (await site.ApplyAsync(site.File("shop.recipe.json", Shop))).Problems;
        Assert.Equal([5, 7, 9], problems.Select(problem => problem.Line).Order());
        Assert.Equal(2, problems.Count(problem => problem.Message.Contains("--keep-unknown", StringComparison.Ordinal)));
    }

    [Theory, EachEngine]
    public async Task Asked_to_keep_them_the_site_hands_all_of_them_on(Engine engine)
    {
        await using var here = await TestSite.OpenAsync(engine);
        await using var there = await TestSite.OpenAsync(engine);
        var recipe = here.File("shop.recipe.json", Shop);
        var plan = await here.ApplyAsync(recipe, keepUnknown: true);
        Assert.True(plan.Kept, plan.ToString());
        foreach (var name in new[] { "Acme.Shop", "AcmeTheme", "SellThings", "AcmeElsewhere", "BarcodeField", "Gadget" })
        {
            Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note && line.Text.Contains(name, StringComparison.Ordinal));
        }

        Assert.True((await here.ApplyAsync(recipe, keepUnknown: true)).ChangesNothing);
        var zip = Path.Combine(there.Folder, "site.zip");
        await here.InScopeAsync(async scope =>
        {
            await using var stream = new FileStream(zip, FileMode.CreateNew);
            return await scope.GetRequiredService<SiteExport>().WriteAsync(stream);
        });

        Assert.True((plan = await there.ApplyAsync(zip)).Kept, plan.ToString());
        var item = Assert.Single(await there.VersionsAsync("a"));
        Assert.Equal("""{"$type":"Acme.Part, Acme","N":10.0}""", item.Data["AcmePart"]!.ToJsonString());
        Assert.Equal("""{"Weight":{"Grams":1.50}}""", item.Data["Gadget"]!.ToJsonString());
        Assert.Equal("1.0", (await there.DocumentAsync<KeptSteps>()).Find("AcmeWarehouse")!["Rooms"]![2]!.ToJsonString());
        Assert.Equal("BarcodeField", (await there.DocumentAsync<ContentDefinitions>()).Part("Shelf")!.Fields[0].FieldName);
        Assert.Contains("TitlePart", (await there.DocumentAsync<ContentDefinitions>()).Type("Gadget")!.Parts.Select(part => part.PartName));
    }

    [Theory]
    [InlineData("AcmePart", true)]
    [InlineData("TitelPart", false)]
    [InlineData("AutoroutPart", false)]
    public async Task A_part_with_a_name_like_none_of_ours_is_anothers_and_kept(string part, bool kept)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var definition = $$"""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "Thing", "ContentTypePartDefinitionRecords": [ { "PartName": "{{part}}", "Name": "{{part}}" } ] } ] }""";
        var plan = await site.ApplyAsync(site.Recipe("a", definition, Steps.Content($$"""{ "ContentItemId": "a", "ContentType": "Thing", "{{part}}": { "X": 1 } }""")));
        Assert.Equal(kept, plan.Kept);
        if (!kept) Assert.Contains("のことではありませんか", plan.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What is only a name to this site, and does nothing here, is kept without being asked: a mistake of ours would look like one of ours.</summary>
    [Theory]
    [InlineData("""{ "name": "feature", "enable": [ "Acme.Shop" ] }""", "Acme.Shop")]
    [InlineData("""{ "name": "themes", "Site": "AcmeTheme" }""", "AcmeTheme")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "Clerk", "Permissions": [ "SellThings" ] } ] }""", "SellThings")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "Shelf", "ContentPartFieldDefinitionRecords": [ { "FieldName": "BarcodeField", "Name": "Code" } ] } ] }""", "BarcodeField")]
    [InlineData("""{ "name": "content", "data": [ { "ContentItemId": "a", "ContentType": "Guide", "Guide": { "Weight": { "Grams": 1.50 } } } ] }""", "Weight")]
    public async Task A_name_like_none_of_ours_is_kept_with_a_note(string step, string name)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await site.ApplyAsync(site.Recipe("a", Steps.Definitions, step));
        Assert.True(plan.Kept, plan.ToString());
        Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note && line.Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_with_passwords_is_not_kept_for_anyone()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await site.ApplyAsync(site.Recipe("a", """{ "name": "Command", "Commands": [ "createUser /UserName:x /Password:y" ] }"""), keepUnknown: true);
        Assert.Contains("パスワード", Assert.Single(plan.Problems).Message, StringComparison.Ordinal);
    }
}
