using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class RecipeRunnerTests
{
    [Theory, EachEngine]
    public async Task A_recipe_sets_up_a_site_and_applied_again_changes_nothing(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var recipe = site.Recipe("site",
            Steps.Content(Steps.Chapter("chapter-1", "guide-1"), Steps.Guide("guide-1")),
            """{ "name": "settings", "SiteName": "在宅サイト", "CentreSettings": { "Phone": "000-000-0000" } }""",
            """{ "name": "feature", "enable": ["Zaitaku.Guides", "OrchardCore.Title"] }""",
            """{ "name": "themes", "Site": "Zaitaku.Theme" }""",
            Steps.Definitions);

        var first = await site.ApplyAsync(recipe);
        Assert.True(first.Kept, first.ToString());
        site.Clock.Now += TimeSpan.FromHours(1);
        var second = await site.ApplyAsync(recipe);

        Assert.True(second.ChangesNothing, second.ToString());
        Assert.Contains(RecipesText.NoChange, second.ToString(), StringComparison.Ordinal);
        Assert.Equal("在宅サイト", (await site.DocumentAsync<SiteSettings>()).SiteName);
        Assert.NotNull((await site.DocumentAsync<ContentDefinitions>()).Type("Guide"));
        var chapter = Assert.Single(await site.VersionsAsync("chapter-1"));
        Assert.True(chapter.Published);
    }

    [Theory, EachEngine]
    public async Task A_plan_says_what_would_happen_and_writes_nothing(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var before = site.Cache.Now;
        var recipe = site.Recipe("site", Steps.Definitions, Steps.Content(Steps.Guide("guide-1")));

        var plan = await site.PlanAsync(recipe);

        Assert.Contains(plan.Lines, line => line is { Verb: PlanVerb.New, Step: "content" });
        Assert.Empty(await site.VersionsAsync("guide-1"));
        Assert.Empty((await site.DocumentAsync<ContentDefinitions>()).ContentTypes);
        Assert.Equal(before, site.Cache.Now);
    }

    [Theory, EachEngine]
    public async Task A_recipe_that_fails_in_the_middle_leaves_nothing(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var untitled = Steps.Guide("guide-2", title: "");
        var recipe = site.Recipe("site", """{ "name": "settings", "SiteName": "途中" }""", Steps.Definitions, Steps.Content(Steps.Guide("guide-1"), untitled));

        var plan = await site.ApplyAsync(recipe);

        Assert.True(plan.Refused);
        Assert.Empty(await site.VersionsAsync("guide-1"));
        Assert.Null((await site.DocumentAsync<SiteSettings>()).SiteName);
    }

    [Theory, EachEngine]
    public async Task A_recipe_during_which_code_breaks_leaves_nothing(Engine engine)
    {
        await using var site = await TestSite.OpenAsync(engine, services => services.AddContentHandler<BreaksAtTheSecond>());
        var before = site.Cache.Now;
        var recipe = site.Recipe("site", """{ "name": "settings", "SiteName": "途中" }""", Steps.Definitions, Steps.Content(Steps.Guide("guide-1"), Steps.Guide("guide-2")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.ApplyAsync(recipe));

        Assert.Empty(await site.VersionsAsync("guide-1"));
        Assert.Empty((await site.DocumentAsync<ContentDefinitions>()).ContentTypes);
        Assert.Equal(before, site.Cache.Now);
    }

    private sealed class BreaksAtTheSecond : ContentHandler
    {
        public override Task SavedAsync(ContentContext context) =>
            context.Item.ContentItemId == "guide-2" ? throw new InvalidOperationException() : Task.CompletedTask;
    }
}
