using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Tests.Recipes;

/// <summary>Index profiles come and go by recipe, in Orchard Core's newer and older words.</summary>
public sealed class ProfileTests
{
    private const string Profile = """
        { "name": "CreateOrUpdateIndexProfile", "indexes": [ { "Name": "Books", "IndexName": "books", "ProviderName": "Lucene", "Type": "Content",
          "Properties": { "ContentIndexMetadata": { "IndexLatest": false, "Culture": "any", "IndexedContentTypes": ["Handbook"] }, "LuceneIndexMetadata": { "AnalyzerName": "standardanalyzer" } } } ] }
        """;

    private const string Older = """{ "name": "lucene-index", "Indices": [ { "Search": { "AnalyzerName": "standardanalyzer", "IndexLatest": false, "Culture": "any", "IndexedContentTypes": ["Handbook"] } } ] }""";

    [Theory, EachEngine]
    public async Task A_site_that_was_given_no_profile_writes_the_one_it_has_for_Lucene(Engine engine)
    {
        await using var site = await SearchSite.OpenAsync(engine);
        var written = (await ExportAsync(site, "CreateOrUpdateIndexProfile"))!["indexes"]!.AsArray();
        Assert.Equal(("Search", "Lucene", "Content"), (written[0]!["Name"]!.ToString(), written[0]!["ProviderName"]!.ToString(), written[0]!["Type"]!.ToString()));
        Assert.Null(await ExportAsync(site, "lucene-index"));
        Assert.True((await site.ApplyAsync(site.Recipe("own", (await ExportAsync(site, "CreateOrUpdateIndexProfile"))!.ToJsonString()))).ChangesNothing);
        Assert.Equal(SearchKeeper.Analysis, await AnalysisAsync(site));
    }

    [Theory, EachEngine]
    public async Task A_profile_is_kept_written_again_letter_for_letter_and_has_the_index_built_anew(Engine engine)
    {
        foreach (var step in new[] { Profile, Older })
        {
            await using var site = await SearchSite.OpenAsync(engine);
            var recipe = site.Recipe("profile", step);
            Assert.True((await site.PlanAsync(recipe)) is { Refused: false, ChangesNothing: false });
            Assert.Equal(SearchKeeper.Analysis, await AnalysisAsync(site));
            Assert.False((await site.ApplyAsync(recipe)).Refused);
            Assert.NotEqual(SearchKeeper.Analysis, await AnalysisAsync(site));
            var name = JsonNode.Parse(step)!["name"]!.ToString();
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(step), await ExportAsync(site, name)));
            await EnsureAsync(site);
            Assert.True((await site.ApplyAsync(recipe)).ChangesNothing);
            Assert.Equal(SearchKeeper.Analysis, await AnalysisAsync(site));
        }
    }

    [Theory, EachEngine]
    public async Task A_profile_of_the_same_name_takes_the_place_of_the_earlier_one(Engine engine)
    {
        await using var site = await SearchSite.OpenAsync(engine);
        Assert.False((await site.ApplyAsync(site.Recipe("one", Profile))).Refused);
        Assert.False((await site.ApplyAsync(site.Recipe("two", Profile.Replace("\"books\"", "\"shelf\"", StringComparison.Ordinal)))).Refused);
        var written = (await ExportAsync(site, "CreateOrUpdateIndexProfile"))!["indexes"]!.AsArray();
        Assert.Equal("shelf", Assert.Single(written)!["IndexName"]!.ToString());
    }

    [Theory, EachEngine]
    public async Task Whatever_it_is_called_the_one_index_is_built_anew_while_the_old_one_answers(Engine engine)
    {
        await using var site = await SearchSite.OpenAsync(engine);
        foreach (var step in new[]
        {
            """{ "name": "RebuildIndex", "includeAll": true }""", """{ "name": "ResetIndex", "indexNames": ["Search"] }""",
            """{ "name": "lucene-index-rebuild", "includeAll": false, "Indices": ["Search"] }""", """{ "name": "lucene-index-reset", "includeAll": true, "Indices": [] }""",
        })
        {
            var recipe = site.Recipe("rebuild", step);
            Assert.False((await site.PlanAsync(recipe)).Refused);
            Assert.Equal(SearchKeeper.Analysis, await AnalysisAsync(site));
            Assert.False((await site.ApplyAsync(recipe)).Refused);
            Assert.NotEqual(SearchKeeper.Analysis, await AnalysisAsync(site));
            await EnsureAsync(site);
            Assert.Equal(SearchKeeper.Analysis, await AnalysisAsync(site));
        }
    }

    private static Task<int> AnalysisAsync(TestSite site) => site.ReadAsync(db => db.Set<SearchGeneration>().AsNoTracking().Select(g => g.Analysis).SingleAsync());

    private static Task<bool> EnsureAsync(TestSite site) => site.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<SearchKeeper>().EnsureAsync();
        return true;
    });

    /// <summary>The step as the site writes it, or null when it writes none.</summary>
    private static Task<JsonNode?> ExportAsync(TestSite site, string name) => site.InScopeAsync(async scope =>
    {
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            await scope.GetServices<RecipeStep>().Last(step => step.Name == name).ExportAsync(new RecipeExport(scope.GetRequiredService<SiteDb>(), json), CancellationToken.None);
            json.WriteEndArray();
        }

        return JsonNode.Parse(Encoding.UTF8.GetString(buffer.ToArray()))!.AsArray().FirstOrDefault()?.DeepClone();
    });
}
