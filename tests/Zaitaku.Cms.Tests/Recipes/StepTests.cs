using Zaitaku.Cms.Access;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Steps.Kept;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class StepTests
{
    [Fact]
    public async Task Settings_keep_what_they_do_not_speak_of_and_take_numbers_as_text()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, """{ "name": "settings", "SiteName": "甲", "PageSize": "20", "MaxPageSize": 100, "HomeRoute": { "Area": "X" }, "CentreSettings": { "Phone": "1" } }""");
        await ApplyAsync(site, """{ "name": "settings", "pagesize": 20, "CentreSettings": { "Fax": "2" } }""");
        var settings = await site.DocumentAsync<SiteSettings>();
        Assert.Equal(("甲", 20), (settings.SiteName, settings.PageSize));
        Assert.Equal("100", settings.Unknown!["MaxPageSize"].ToString());
        Assert.Equal("""{"Fax":"2"}""", settings.Properties["CentreSettings"]!.ToJsonString());
    }

    [Fact]
    public async Task Roles_replace_add_and_remove_permissions()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, """{ "name": "Roles", "Roles": [ { "Name": "Editor", "Description": "編集者", "Permissions": [ "EditContent", "ViewContent", "Edit_Guide" ] } ] }""");
        await ApplyAsync(site, """{ "name": "Roles", "Roles": [ { "Name": "editor", "Permissions": [ "PublishContent" ], "PermissionBehavior": "Add" } ] }""");
        await ApplyAsync(site, """{ "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": [ "ViewContent" ], "PermissionBehavior": "Remove" } ] }""");
        var role = Assert.Single((await site.DocumentAsync<Roles>()).Items);
        Assert.Equal("編集者", role.Description);
        Assert.Equal(["EditContent", "Edit_Guide", "PublishContent"], role.Permissions);
    }

    [Fact]
    public async Task Definitions_are_merged_and_nothing_is_removed()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, Steps.Definitions);
        await ApplyAsync(site, """
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Guide", "Settings": { "ContentTypeSettings": { "Draftable": true }, "Foreign": { "X": 1 } }, "Colour": "blue",
                "ContentTypePartDefinitionRecords": [ { "PartName": "AudiencePart", "Name": "AudiencePart" }, { "PartName": "FlowPart", "Name": "FlowPart" } ] } ],
              "ContentParts": [ { "Name": "Chapter", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Lead", "Settings": { "TextFieldSettings": { "Required": true } } } ] } ] }
            """);
        var definitions = await site.DocumentAsync<ContentDefinitions>();
        var guide = definitions.Type("Guide")!;
        Assert.Equal("手引き", guide.DisplayName);
        Assert.Equal("""{"ContentTypeSettings":{"Creatable":true,"Draftable":true},"Foreign":{"X":1}}""", guide.Settings.ToJsonString());
        Assert.Equal("blue", guide.Unknown!["Colour"].ToString());
        Assert.Contains(guide.Parts, p => p.Name == "Boxes");
        Assert.Contains(guide.Parts, p => p.Name == "FlowPart");
        var lead = definitions.Part("Chapter")!.Fields[0];
        Assert.True(lead is { Label: "リード文", Required: true });
    }

    [Fact]
    public async Task Features_and_themes_of_Orchard_are_noted_and_change_no_theme()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, """{ "name": "themes", "Site": "Zaitaku.Theme", "Admin": "" }""");
        var plan = await ApplyAsync(site, """{ "name": "feature", "enable": [ "OrchardCore.Media", "TheBlogTheme", "Zaitaku.Guides" ], "disable": [ "OrchardCore.Media" ] }""",
            """{ "name": "themes", "Site": "TheBlogTheme", "Admin": "TheAdmin" }""");
        Assert.Contains(plan.Lines, line => line.Verb == PlanVerb.Note);
        Assert.Equal("Zaitaku.Theme", (await site.DocumentAsync<SiteThemes>()).Site);
        Assert.DoesNotContain("OrchardCore.Media", (await site.DocumentAsync<SiteFeatures>()).Enabled);
    }

    [Fact]
    public async Task Steps_of_Orchard_that_are_not_run_here_are_kept_once()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        const string Layers = """{ "name": "Layers", "Layers": [ { "Name": "Always", "LayerRule": { "$type": "OrchardCore.Rules.Models.Rule, OrchardCore.Rules" } } ] }""";
        await ApplyAsync(site, Layers);
        Assert.True((await ApplyAsync(site, Layers)).ChangesNothing);
        Assert.Contains("$type", Assert.Single((await site.DocumentAsync<KeptSteps>()).Steps).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_entry_takes_the_place_of_the_earlier_one_of_its_name()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, """{ "name": "Queries", "Queries": [ { "Name": "A", "Template": "1" }, { "Name": "B", "Template": "1" } ] }""");
        await ApplyAsync(site, """{ "name": "queries", "queries": [ { "Name": "B", "Template": "2" }, { "Name": "C", "Template": "1" } ] }""",
            """{ "name": "custom-settings", "Contact": { "ContentItemId": "x" } }""", """{ "name": "lucene-index", "Indices": [ { "Search": { "Culture": "any" } } ] }""",
            """{ "name": "lucene-index", "Indices": [ { "Search": { "Culture": "ja" } }, { "Other": { } } ] }""");
        var kept = await site.DocumentAsync<KeptSteps>();
        Assert.Equal("""{"name":"Queries","Queries":[{"Name":"A","Template":"1"},{"Name":"B","Template":"2"},{"Name":"C","Template":"1"}]}""", kept.Find("Queries")!.ToJsonString());
        Assert.Equal("""{"name":"lucene-index","Indices":[{"Search":{"Culture":"ja"}},{"Other":{}}]}""", kept.Find("lucene-index")!.ToJsonString());
        Assert.NotNull(kept.Find("custom-settings")!["Contact"]);
    }

    [Fact]
    public async Task Users_are_kept_without_what_opens_their_accounts()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var plan = await ApplyAsync(site, """
            { "name": "Users", "Users": [ { "UserId": "u", "UserName": "editor", "PasswordHash": "AQAAAA", "SecurityStamp": "S", "ResetToken": "T", "RoleNames": [ "Editor" ] } ] }
            """);
        Assert.Equal("""[{"UserId":"u","UserName":"editor","RoleNames":["Editor"]}]""", (await site.DocumentAsync<KeptSteps>()).Find("Users")!["Users"]!.ToJsonString());
        Assert.Contains(plan.Lines, line => line.Text.Contains("PasswordHash", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Themes_of_Orchard_are_written_again_after_our_own()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        await ApplyAsync(site, """{ "name": "themes", "Site": "Zaitaku.Theme" }""", """{ "name": "themes", "Site": "TheBlogTheme", "Admin": "TheAdmin" }""");
        var themes = await site.DocumentAsync<SiteThemes>();
        Assert.Equal(("Zaitaku.Theme", "TheBlogTheme", "TheAdmin"), (themes.Site, themes.OrchardSite, themes.OrchardAdmin));
    }

    [Theory, EachEngine]
    public async Task Definitions_are_replaced_and_deleted_unless_content_needs_them(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ApplyAsync(site, Steps.Definitions, Steps.Content(Steps.Guide("a")));
        await ApplyAsync(site, """{ "name": "ReplaceContentDefinition", "ContentTypes": [ { "Name": "Term", "DisplayName": "言葉" } ] }""",
            """{ "name": "DeleteContentDefinition", "ContentTypes": [ "Terms", "Never" ] }""");
        var definitions = await site.DocumentAsync<ContentDefinitions>();
        Assert.Empty(definitions.Type("Term")!.Parts);
        Assert.Null(definitions.Type("Terms"));
        var refused = await site.ApplyAsync(site.Recipe("b", """{ "name": "DeleteContentDefinition", "ContentTypes": [ "Guide" ], "ContentParts": [ "Chapter" ] }"""));
        Assert.Equal(2, refused.Problems.Count);
        Assert.NotNull((await site.DocumentAsync<ContentDefinitions>()).Type("Guide"));
    }

    private static async Task<RecipePlan> ApplyAsync(TestSite site, params string[] steps)
    {
        var plan = await site.ApplyAsync(site.Recipe("a", steps));
        Assert.True(plan.Kept, plan.ToString());
        return plan;
    }
}
