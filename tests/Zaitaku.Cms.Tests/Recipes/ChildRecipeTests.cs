using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class ChildRecipeTests
{
    private static string Call(params string[] names) =>
        $$"""{ "name": "recipes", "Values": [ {{string.Join(", ", names.Select(n => $$"""{ "executionid": "x", "name": "{{n}}" }"""))}} ] }""";

    [Fact]
    public async Task Recipes_call_others_by_name_wherever_they_lie_below()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.File("recipes/content/file-name-does-not-matter.recipe.json", $$"""{ "name": "Guides", "steps": [ {{Steps.Content(Steps.Guide("a"))}}, { "name": "settings", "Child": "[file:text('x.md')]" } ] }""");
        site.File("recipes/content/x.md", "子");
        var plan = await site.ApplyAsync(site.Recipe("site", Call("Guides", "guides"), Steps.Definitions));
        Assert.True(plan.Kept, plan.ToString());
        Assert.Single(await site.VersionsAsync("a"));
        Assert.Equal("子", (await site.DocumentAsync<SiteSettings>()).Properties["Child"]!.ToString());
    }

    [Fact]
    public async Task A_mistake_in_a_child_names_the_child_and_stops_everything()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.Recipe("child", """{ "name": "settings" }""", """{ "name": "nothing" }""");
        var problem = Assert.Single((await site.ApplyAsync(site.Recipe("site", """{ "name": "settings", "SiteName": "x" }""", Call("child")))).Problems);
        Assert.Equal(("child.recipe.json", 3), (problem.File, problem.Line));
        Assert.Null((await site.DocumentAsync<SiteSettings>()).SiteName);
    }

    [Fact]
    public async Task Recipes_that_call_each_other_in_a_circle_are_refused()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.Recipe("b", Call("c"));
        site.Recipe("c", Call("a"));
        var problem = Assert.Single((await site.ApplyAsync(site.Recipe("a", Call("b")))).Problems);
        Assert.Equal("c.recipe.json", problem.File);
        Assert.Contains("自分自身", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_nobody_or_two_answer_to_is_refused()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        site.File("recipes/x/b.recipe.json", """{ "name": "b", "steps": [] }""");
        site.Recipe("b");
        var plan = await site.ApplyAsync(site.Recipe("a", Call("b"), Call("../b"), """{ "name": "recipes" }"""));
        Assert.Equal([2, 3, 4], plan.Problems.Select(p => p.Line));
    }
}
