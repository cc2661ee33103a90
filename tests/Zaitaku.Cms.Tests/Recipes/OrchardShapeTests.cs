using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Steps.Kept;

namespace Zaitaku.Cms.Tests.Recipes;

/// <summary>What Orchard Core's own recipes do and ours do not: a recipe of a made-up theme in their shape.</summary>
public sealed class OrchardShapeTests
{
    private const string Theme = """
        { // Comments and trailing commas are fine.
          "name": "Shop", "displayName": "A shop", "issetuprecipe": true, "categories": [ "default" ], "tags": [ "shop" ],
          "variables": { "homeId": "[js: uuid()]", "now": "[js: new Date().toISOString()]", "soon": "[js: const d = new Date(); return d.getFullYear();]" },
          "steps": [
            { "name": "feature", "enable": [ "OrchardCore.Menu", "OrchardCore.Liquid", "TheBlogTheme", "TheAdmin", "SafeMode" ], "disable": [] },
            { "name": "themes", "admin": "TheAdmin", "site": "TheBlogTheme" },
            { "name": "settings", "HomeRoute": { "Action": "Display", "Controller": "Item", "Area": "OrchardCore.Contents", "ContentItemId": "[js: variables('homeId')]" } },
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Landing", "DisplayName": "Landing", "Settings": { "ContentTypeSettings": { "Stereotype": "" } },
                "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "FlowPart", "Name": "FlowPart" }, { "PartName": "LiquidPart", "Name": "LiquidPart" } ] } ] },
            { "name": "content", "Data": [
              { "ContentItemId": "[js: variables('homeId')]", "ContentType": "Landing", "DisplayText": "Hello", "Latest": true, "Published": true,
                "ModifiedUtc": "[js: variables('now')]", "PublishedUtc": "[js:variables('now')]", "CreatedUtc": "[js:variables('now')]",
                "Owner": "[js: parameters('AdminUserId')]", "Author": "[js: parameters('AdminUsername')]", "TitlePart": { "Title": "[js: parameters('SiteName')]" },
                "LiquidPart": { "Liquid": "{% zone 'x' %}{{ Model }}{% endzone %}" },
                "FlowPart": { "Widgets": [ { "ContentItemId": "[js: uuid()]", "ContentType": "Form", "FlowMetadata": { "Alignment": 3, "Size": 100 },
                  "FormPart": { "Action": "[js: getUrlPrefix('/workflows/' + createWorkflowToken('a', 'b'))]", "Method": "POST" } } ] } },
              { "ContentItemId": "[js: uuid()]", "ContentType": "Menu", "DisplayText": "Main", "Latest": true, "Published": true, "TitlePart": { "Title": "Main" }, "AliasPart": { "Alias": "main-menu" },
                "MenuPart": {}, "Extra": "[js: 'until ' + variables('soon') + '!']",
                "MenuItemsListPart": { "MenuItems": [ { "ContentType": "LinkMenuItem", "ContentItemId": "[js: uuid()]", "LinkMenuItemPart": { "Name": "Home", "Url": "~/" } } ] } } ] },
            { "name": "media", "Files": [ { "TargetPath": "home.txt", "SourcePath": "../wwwroot/img/home.txt" }, { "TargetPath": "logo.svg", "SourcePath": "../wwwroot/img/logo.svg" } ] },
            { "name": "Layers", "Layers": [ { "Name": "Home", "LayerRule": { "ConditionId": "[js: uuid()]", "Conditions": [ { "$type": "Elsewhere.Condition, Elsewhere", "Value": true } ] } } ] },
            { "name": "Templates", "Templates": { "Content__Landing": { "Content": "[file:text('Snippets/landing.liquid')]" } } },
          ] }
        """;

    [Theory, EachEngine]
    public async Task A_recipe_of_another_house_applies_and_says_what_is_not_run_here(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var recipe = Place(site, Theme);
        var plan = await site.ApplyAsync(recipe);
        Assert.True(plan.Kept, plan.ToString());
        Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note && line.Text.Contains("logo.svg", StringComparison.Ordinal));
        Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note && line.Text.Contains("getUrlPrefix", StringComparison.Ordinal));
        Assert.True((await site.ApplyAsync(recipe)).ChangesNothing);

        var items = await site.ReadAsync(async db => (await Task.FromResult(db.Content.ToList())).OrderBy(i => i.ContentType).ToList());
        Assert.Equal("新しいサイト", items[0].DisplayText);
        Assert.StartsWith("[js: getUrlPrefix", items[0].Data["FlowPart"]!["Widgets"]![0]!["FormPart"]!["Action"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("until !", items[1].Data["Extra"]!.ToString());
        Assert.Contains("{% zone", (await site.DocumentAsync<KeptSteps>()).Find("Templates")!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains((await site.DocumentAsync<ContentDefinitions>()).Type("Menu")!.Parts, part => part.Name == "MenuItemsListPart");
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("../wwwroot/../secret.txt")]
    [InlineData("../wwwroot/link.txt")]
    [InlineData("../../wwwroot/img/home.txt")]
    public async Task Only_the_public_files_beside_the_recipes_are_reached(string path)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var recipe = Place(site, $$"""{ "name": "a", "steps": [ { "name": "media", "Files": [ { "TargetPath": "a.txt", "SourcePath": "{{path}}" } ] } ] }""");
        Assert.Contains("使えません", Assert.Single((await site.ApplyAsync(recipe)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_a_folder_called_Recipes_nothing_above_is_reached()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.File("theme/wwwroot/img/home.txt", "home");
        var recipe = site.File("theme/other/a.recipe.json", """{ "name": "a", "steps": [ { "name": "media", "Files": [ { "TargetPath": "a.txt", "SourcePath": "../wwwroot/img/home.txt" } ] } ] }""");
        Assert.True((await site.ApplyAsync(recipe)).Refused);
    }

    [Theory]
    [InlineData("Layer", "という手順はありません")]
    [InlineData("lucene-indexes", "という手順はありません")]
    public async Task A_misspelt_step_is_refused_with_its_line(string step, string says)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var problem = Assert.Single((await site.ApplyAsync(site.Recipe("a", $$"""{ "name": "{{step}}" }"""))).Problems);
        Assert.Equal(2, problem.Line);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    private static string Place(TestSite site, string recipe)
    {
        site.File("theme/wwwroot/img/home.txt", "home");
        site.File("theme/wwwroot/img/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        site.File("theme/Recipes/Snippets/landing.liquid", "{% zone \"Header\" %}<h1>{{ Model.Title }}</h1>{% endzone %}");
        File.CreateSymbolicLink(Path.Combine(site.Folder, "theme/wwwroot/link.txt"), site.File("theme/secret.txt", "secret"));
        return site.File("theme/Recipes/shop.recipe.json", recipe);
    }
}
