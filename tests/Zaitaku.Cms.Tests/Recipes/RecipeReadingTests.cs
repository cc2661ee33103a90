using System.Text;
using Zaitaku.Cms.Recipes;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class RecipeReadingTests
{
    [Fact]
    public async Task Comments_trailing_commas_a_byte_order_mark_and_any_order_are_forgiven()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var recipe = site.File("a.recipe.json", "\uFEFF" + """
            { // a person wrote this
              "steps": [ { "Name": "SETTINGS", "siteName": "[js: variables('n')]", }, ],
              "variables": { "n": "名前" }, /* the end */
            }
            """);
        Assert.True((await site.ApplyAsync(recipe)).Kept);
    }

    [Theory]
    [InlineData("{\n \"steps\": [\n  { \"name\": \"settings\" \n }", 4)]
    [InlineData("{\n \"name\": \"a\",\n \"name\": \"b\", \"steps\": [] }", 3)]
    [InlineData("{ \"steps\": [] }\n }", 2)]
    [InlineData("", 1)]
    [InlineData("\n\n[ 1, 2 ]", 1)]
    [InlineData("{\n \"steps\": {} }", 1)]
    [InlineData("{\n \"steps\": [\n 5 ] }", 3)]
    [InlineData("{\n \"steps\": [\n { \"x\": 1 } ] }", 3)]
    [InlineData("{\n \"a\": \"\\ud800\", \"steps\": [] }", 2)]
    [InlineData("{\n \"a\": \"\\u0000\", \"steps\": [] }", 2)]
    public async Task What_is_no_recipe_is_refused_with_its_line(string text, int line)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var problem = Assert.Single((await site.ApplyAsync(site.File("a.recipe.json", text))).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Equal("a.recipe.json", problem.File);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_refused()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        byte[] shiftJis = [.. "{ \"steps\": [],\n \"a\": \""u8, 0x8D, 0xDD, 0x91, 0xEE, .. "\" }"u8];
        var problem = Assert.Single((await site.ApplyAsync(site.File("a.recipe.json", shiftJis))).Problems);
        Assert.Equal((2, RecipesText.NotText), (problem.Line, problem.Message));
    }

    [Fact]
    public async Task A_file_of_50_MB_is_refused_unread()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var path = Path.Combine(site.Folder, "large.recipe.json");
        await using (var file = File.Create(path)) file.SetLength(50 * 1024 * 1024);
        var problem = Assert.Single((await site.ApplyAsync(path)).Problems);
        Assert.Contains("50 MB", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public async Task Nesting_ends_at_64(int depth, bool accepted)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var deep = new StringBuilder("{ \"steps\": [],\n \"deep\": ").Append('[', depth).Append(']', depth).Append('}').ToString();
        var plan = await site.ApplyAsync(site.File("deep.recipe.json", deep));
        Assert.Equal(accepted, plan.Kept);
        if (!accepted) Assert.Equal((2, RecipesText.TooDeep), (plan.Problems[0].Line, plan.Problems[0].Message));
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        Assert.Contains("ありません", (await site.ApplyAsync(Path.Combine(site.Folder, "no.recipe.json"))).Problems[0].Message, StringComparison.Ordinal);
    }
}
