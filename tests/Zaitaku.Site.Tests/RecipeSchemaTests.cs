using System.IO.Compression;
using System.Text.Json.Nodes;
using NJsonSchema;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Packages;

namespace Zaitaku.Site.Tests;

/// <summary>The published JSON Schema says what this site reads and writes.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class RecipeSchemaTests(SampleSite sample)
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Recipes => [.. Directory.EnumerateFiles(Path.Combine(Root, "recipes"), "*.recipe.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path))];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Every_recipe_of_this_repository_validates(string path) =>
        Assert.Empty((await SchemaAsync()).Validate(await File.ReadAllTextAsync(Path.Combine(Root, path))));

    [Fact]
    public async Task An_export_validates()
    {
        using var bytes = new MemoryStream();
        await using (var scope = sample.Site.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SiteExport>().WriteAsync(bytes);
        await using var zip = new ZipArchive(bytes);
        using var reader = new StreamReader(await zip.GetEntry(SiteExport.RecipeName)!.OpenAsync());
        Assert.Empty((await SchemaAsync()).Validate(await reader.ReadToEndAsync()));
    }

    [Theory]
    [InlineData("""{ "steps": [] }""")]
    [InlineData("""{ "name": "a" }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "contents", "data": [] } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "content" } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentType": "Page" } ] } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentItemId": "a", "ContentType": "Page", "AudiencePart": { "Audience": "Everyone" } } ] } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "media", "Files": [ { "SourcePath": "a.png" } ] } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "name": "Roles", "Roles": [ { "Permissions": [] } ] } ] }""")]
    [InlineData("""{ "name": "a", "steps": [ { "enable": [] } ] }""")]
    public async Task A_broken_recipe_does_not(string recipe) => Assert.NotEmpty((await SchemaAsync()).Validate(recipe));

    [Fact]
    public async Task Its_steps_are_the_registered_ones()
    {
        await using var scope = sample.Site.Services.CreateAsyncScope();
        var registered = scope.ServiceProvider.GetRequiredService<RecipeSteps>().All.Select(step => step.Name).Append("recipes");
        var steps = JsonNode.Parse(await File.ReadAllTextAsync(SchemaPath))!["properties"]!["steps"]!["items"]!["anyOf"]!.AsArray();
        Assert.Equal(registered.Order(StringComparer.Ordinal), steps.Select(step => step!["properties"]!["name"]!["enum"]![0]!.ToString()).Order(StringComparer.Ordinal));
    }

    private static string SchemaPath => Path.Combine(Root, "docs", "recipe.schema.json");

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(SchemaPath);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Zaitaku.Site.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
