using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Expressions;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Tests.Recipes;

public sealed class ExpressionTests
{
    private static readonly Dictionary<string, string?> Configured = new()
    {
        ["Site:Phone"] = "000-000-0000",
        ["ConnectionStrings:Main"] = "Host=db",
        ["Mail:Password"] = "p",
        ["Database:Url"] = "postgres://user:word@db/x",
    };

    [Theory]
    [InlineData("[js: 'a' + \"b\" ]", "ab")]
    [InlineData("[js:base64('5Zyo5a6F')]", "在宅")]
    [InlineData("[js: html('&lt;b&gt;')]", "<b>")]
    [InlineData("[js: gzip('H4sIAAAAAAACA0tMSgYAwkEkNQMAAAA=')]", "YWJj")]
    [InlineData("[js: variables('two')]", "一二")]
    [InlineData("[js: parameters('Town') + parameters('AdminEmail')]", "さくら市")]
    [InlineData("[js: configuration('Site:Phone', 'x')]", "000-000-0000")]
    [InlineData("[js: configuration('Site:Fax', 'なし')]", "なし")]
    [InlineData("[js: '\\u3042\\'\\n' ]", "あ'\n")]
    [InlineData("[file:text('snippets/本文.md')]", "本文 [x]")]
    [InlineData("[file:base64('snippets/本文.md')]", "5pys5paHIFt4XQ==")]
    public async Task Expressions_are_evaluated(string expression, string expected) => Assert.Equal(expected, await EvaluateAsync(expression));

    [Theory]
    [InlineData("[リンク](https://example.jp)")]
    [InlineData("[x] 済んだこと [y]")]
    [InlineData("[[用語]]")]
    [InlineData("[注：この章は 見本 です]")]
    [InlineData("[注: この章は見本です]")]
    [InlineData("[note: a](b) and [c]")]
    [InlineData("[1, 2]")]
    [InlineData("[]")]
    [InlineData("[:]")]
    [InlineData("前に文字 [js: uuid()]")]
    public async Task Ordinary_text_is_left_alone(string text) => Assert.Equal(text, await EvaluateAsync(text));

    [Theory]
    [InlineData("[env: PATH]", "env")]
    [InlineData("[appsettings:OrchardCore:SiteName]", "appsettings")]
    [InlineData("[js: system('rm')]", "system")]
    [InlineData("[js: 1 - 1]", "書き方")]
    [InlineData("[js: uuid('x')]", "数")]
    [InlineData("[js: variables('none')]", "none")]
    [InlineData("[js: variables('self')]", "繰り返し")]
    [InlineData("[js: parameters('Nonsense')]", "Nonsense")]
    [InlineData("[js: parameters('AdminPassword')]", "秘密")]
    [InlineData("[js: configuration('ConnectionStrings:Main')]", "秘密")]
    [InlineData("[js: configuration('Mail:Password', '')]", "秘密")]
    [InlineData("[js: configuration('Database:Url')]", "秘密")]
    [InlineData("[js: base64('あ')]", "Base64")]
    [InlineData("[js: gzip('YWJj')]", "gzip")]
    [InlineData("[js: 'x]", "書き方")]
    [InlineData("[js: ]", "書き方")]
    [InlineData("[file:text('../secret.txt')]", "フォルダー")]
    [InlineData("[file:text('/etc/passwd')]", "フォルダー")]
    [InlineData("[file:text('snippets/../../secret.txt')]", "フォルダー")]
    [InlineData("[file:text('snippets\\\\..\\\\secret.txt')]", "フォルダー")]
    [InlineData("[file:text('link.txt')]", "フォルダー")]
    [InlineData("[file:text('none.txt')]", "none.txt")]
    [InlineData("[file:exec('none.txt')]", "exec")]
    public async Task Anything_else_is_a_problem_on_its_line(string expression, string says)
    {
        var problem = Assert.Single((await ApplyAsync(expression, _ => Task.FromResult(0))).Plan.Problems);
        Assert.Equal((3, "$.steps[0].Probe"), (problem.Line, problem.Path));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uuid_names_the_same_thing_each_time_and_another_at_each_place()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite);
        var recipe = site.File("ids.recipe.json", """
            { "variables": { "a": "[js: uuid()]" }, "steps": [ { "name": "settings",
              "One": "[js: variables('a')]", "Two": "[js: variables('a')]", "Three": "[js: uuid()]", "Four": "[js: uuid() + uuid()]" } ] }
            """);
        await site.ApplyAsync(recipe);
        var ids = (await site.DocumentAsync<SiteSettings>()).Properties;
        Assert.Equal(ids["One"]!.ToString(), ids["Two"]!.ToString());
        Assert.NotEqual(ids["One"]!.ToString(), ids["Three"]!.ToString());
        Assert.Equal(26, ids["Three"]!.ToString().Length);
        Assert.NotEqual(ids["Four"]!.ToString()[..26], ids["Four"]!.ToString()[26..]);
        Assert.True((await site.ApplyAsync(recipe)).ChangesNothing);
    }

    private static async Task<string> EvaluateAsync(string expression)
    {
        var (plan, value) = await ApplyAsync(expression, async site => (await site.DocumentAsync<SiteSettings>()).Properties["Probe"]!.GetValue<string>());
        Assert.True(plan.Kept, plan.ToString());
        return value!;
    }

    private static async Task<(RecipePlan Plan, TResult? Result)> ApplyAsync<TResult>(string expression, Func<TestSite, Task<TResult>> read)
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite, settings: Configured);
        site.File("secret.txt", "secret");
        site.File("recipes/snippets/本文.md", "本文 [x]");
        File.CreateSymbolicLink(Path.Combine(site.Folder, "recipes", "link.txt"), Path.Combine(site.Folder, "secret.txt"));
        var recipe = site.File("recipes/a.recipe.json", $$"""
            { "variables": { "one": "一", "two": "[js: variables('one') + '二']", "self": "[js: variables('self')]" },
              "steps": [ { "name": "settings",
                "Probe": {{JsonValue.Create(expression).ToJsonString(ContentJson.Options)}} } ] }
            """);
        var plan = await site.ApplyAsync(recipe, new RecipeParameters(new Dictionary<string, string> { ["Town"] = "さくら市" }));
        return (plan, plan.Kept ? await read(site) : default);
    }
}
