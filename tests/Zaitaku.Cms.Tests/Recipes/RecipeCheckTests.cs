using Zaitaku.Cms.Recipes;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class RecipeCheckTests
{
    private const string Id = "\"ContentItemId\": \"a\"";

    [Theory]
    [InlineData("""{ "name": "recipies" }""", "$.steps[1].name", "recipies")]
    [InlineData("""{ "name": "Command", "Commands": [] }""", "$.steps[1].name", "パスワード")]
    [InlineData("""{ "name": "feature", "enable": [ "Zaitaku.Guide" ] }""", "$.steps[1].enable[0]", "Zaitaku.Guide")]
    [InlineData("""{ "name": "feature", "enable": "Zaitaku.Guides" }""", "$.steps[1].enable", "enable")]
    [InlineData("""{ "name": "themes", "Site": "Zaitaku.Them" }""", "$.steps[1].Site", "Zaitaku.Them")]
    [InlineData("""{ "name": "settings", "PageSize": "many" }""", "$.steps[1].PageSize", "PageSize")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": [ "EditContnt" ] } ] }""", "$.steps[1].Roles[0].Permissions[0]", "EditContnt")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "Editor", "PermissionBehavior": "Ad" } ] }""", "$.steps[1].Roles[0].PermissionBehavior", "Replace")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "X", "ContentTypePartDefinitionRecords": [ { "PartName": "TitelPart", "Name": "TitelPart" } ] } ] }""", "$.steps[1].ContentTypes[0].ContentTypePartDefinitionRecords[0].PartName", "TitelPart")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "X", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TxtField", "Name": "A" } ] } ] }""", "$.steps[1].ContentParts[0].ContentPartFieldDefinitionRecords[0].FieldName", "TxtField")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": { } }""", "$.steps[1]", "読めません")]
    [InlineData("""{ "name": "content", "data": { } }""", "$.steps[1].data", "data")]
    public Task A_step_with_a_mistake_is_refused(string step, string path, string says) => RefusedAsync(step, path, says);

    [Theory]
    [InlineData("""{ "ContentType": "Guide" }""", "", "ContentItemId")]
    [InlineData("""{ "ContentItemId": "", "ContentType": "Guide" }""", ".ContentItemId", "ContentItemId")]
    [InlineData("""{ "ContentItemId": "012345678901234567890123456", "ContentType": "Guide" }""", ".ContentItemId", "26文字")]
    [InlineData("{ " + Id + """, "ContentType": "Giude" }""", ".ContentType", "Giude")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "Published": "perhaps" }""", ".Published", "true")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "CreatedUtc": "yesterday" }""", ".CreatedUtc", "日時")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Leed": { "Text": "x" } } }""", ".Chapter.Leed", "Leed")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Minutes": { "Value": "ten" } } }""", ".Chapter.Minutes.Value", "Minutes.Value")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Starts": { "Value": "tomorrow" } } }""", ".Chapter.Starts.Value", "Starts.Value")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Lead": "text" } }""", ".Chapter.Lead", "Lead")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "TitlePart": { "Title": [ ] } }""", ".TitlePart.Title", "TitlePart.Title")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "TitlePart": "x" }""", ".TitlePart", "TitlePart")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "AudiencePart": { "Audience": "Everybody" } }""", ".AudiencePart.Audience", "Audience")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "ContainedPart": { "ListContentItemId": "nobody" } }""", ".ContainedPart.ListContentItemId", "nobody")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "ContainedPart": { "ListContentItemId": "a" } }""", ".ContainedPart.ListContentItemId", "自分自身")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Related": { "ContentItemIds": [ "a", "nobody" ] } } }""", ".Chapter.Related.ContentItemIds[1]", "nobody")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Picture": { "Paths": [ "a/写真.jpg" ] } } }""", ".Chapter.Picture.Paths[0]", "写真.jpg")]
    [InlineData("{ " + Id + """, "ContentType": "Chapter", "Chapter": { "Theme": { "TaxonomyContentItemId": "nobody", "TermContentItemIds": [ ] } } }""", ".Chapter.Theme.TaxonomyContentItemId", "nobody")]
    [InlineData("{ " + Id + """, "ContentType": "Guide", "Boxes": { "ContentItems": [ { "ContentItemId": "b", "ContentType": "Chapter", "Chapter": { "Leed": { } } } ] } }""", ".Boxes.ContentItems[0].Chapter.Leed", "Leed")]
    [InlineData("{ " + Id + """, "ContentType": "Terms", "TaxonomyPart": { "Terms": [ { "ContentItemId": "t", "ContentType": "Term", "Terms": [ { "ContentItemId": "u", "ContentType": "Trem" } ] } ] } }""", ".TaxonomyPart.Terms[0].Terms[0].ContentType", "Trem")]
    public Task An_item_with_a_mistake_is_refused(string item, string path, string says) => RefusedAsync(Steps.Content(item), $"$.steps[1].data[0]{path}", says);

    [Theory]
    [InlineData("", "", "二度")]
    [InlineData(""", "ContentItemVersionId": "v1" """, """, "ContentItemVersionId": "v1", "Latest": false, "Published": false """, "v1")]
    public Task An_id_that_comes_twice_is_refused(string one, string two, string says) => RefusedAsync(
        Steps.Content($$"""{ {{Id}}, "ContentType": "Guide"{{one}} }""", $$"""{ {{Id}}, "ContentType": "Guide"{{two}} }"""), null, says);

    [Fact]
    public Task An_address_given_to_two_items_is_refused() => RefusedAsync(
        Steps.Content(Steps.Guide("a"), Steps.Guide("b").Replace("guides/b", "guides/a", StringComparison.Ordinal)), "$.steps[1].data[1].AutoroutePart.Path", "guides/a");

    [Fact]
    public async Task An_address_or_a_term_of_the_site_is_looked_up_in_the_site()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        const string Taxonomy = """{ "ContentItemId": "tax", "ContentType": "Terms", "Latest": true, "Published": true, "TitlePart": { "Title": "分類" }, "TaxonomyPart": { "Terms": [ { "ContentItemId": "t1", "ContentType": "Term" } ] } }""";
        var first = await site.ApplyAsync(site.Recipe("a", Steps.Definitions, Steps.Content(Steps.Guide("a"), Taxonomy)));
        Assert.True(first.Kept, first.ToString());
        string Chapter(string term) => $$"""{ "ContentItemId": "c", "ContentType": "Chapter", "Chapter": { "Theme": { "TaxonomyContentItemId": "tax", "TermContentItemIds": [ "{{term}}" ] } } }""";

        Assert.True((await site.PlanAsync(site.Recipe("b", Steps.Content(Chapter("t1"))))) is { Refused: false });
        Assert.Contains("t2", (await site.PlanAsync(site.Recipe("c", Steps.Content(Chapter("t2"))))).Problems[0].Message, StringComparison.Ordinal);
        var taken = Steps.Guide("z").Replace("guides/z", "guides/a", StringComparison.Ordinal);
        Assert.Contains("guides/a", (await site.PlanAsync(site.Recipe("d", Steps.Content(taken)))).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_told_at_once_each_with_its_line()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var recipe = site.Recipe("a", """{ "name": "nothing" }""", Steps.Definitions.ReplaceLineEndings(" "), """{ "name": "themes", "Site": "Zaitaku.Them" }""");
        var plan = await site.ApplyAsync(recipe);
        Assert.Equal([2, 4], plan.Problems.Select(p => p.Line));
        Assert.Contains("a.recipe.json 2行目", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_a_type_does_not_have_are_kept_with_a_note()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await site.ApplyAsync(site.Recipe("a", Steps.Definitions, Steps.Content(Steps.Guide("a", more: """, "ForeignPart": { "X": 1 } """))));
        Assert.True(plan.Kept, plan.ToString());
        Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note && line.Text.Contains("ForeignPart", StringComparison.Ordinal));
    }

    private static async Task RefusedAsync(string step, string? path, string says)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await site.ApplyAsync(site.Recipe("a", Steps.Definitions, step));
        Assert.False(plan.Kept);
        var problem = Assert.Single(plan.Problems);
        if (path is not null) Assert.Equal(path, problem.Path);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Empty((await site.DocumentAsync<Zaitaku.Cms.Definitions.ContentDefinitions>()).ContentTypes);
    }
}
