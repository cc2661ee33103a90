using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Steps.Kept;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Recipes;

/// <summary>
/// <c>CreateOrUpdateIndexProfile</c>: profiles are kept as they came, Lucene's among them, and written again; a new or changed one has the site's
/// index built anew. A site that was given none writes the one it has, so that Orchard Core can load it.
/// </summary>
public sealed class SearchProfileStep(SearchKeeper keeper) : IndexProfileStep
{
    protected override void Validate(StepBody body, RecipeCheck check)
    {
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        IsOwn(body) ? Task.CompletedTask : ProfileChange.FollowAsync(run.Db, keeper, () => base.ApplyAsync(body, run, cancel), cancel);

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        if ((await SiteDocuments.LoadAsync<KeptSteps>(export.Db, cancel)).Find(Name) is null) await export.WriteAsync(Own(), cancel);
        else await base.ExportAsync(export, cancel);
    }

    /// <summary>What this site wrote of itself says nothing new to a site like it.</summary>
    private bool IsOwn(StepBody body) => body.Json.ToJsonString() == Own().ToJsonString();

    private JsonObject Own() => new()
    {
        ["name"] = Name,
        ["indexes"] = new JsonArray(new JsonObject
        {
            ["Name"] = "Search",
            ["IndexName"] = "search",
            ["ProviderName"] = "Lucene",
            ["Type"] = "Content",
            ["Properties"] = new JsonObject
            {
                ["ContentIndexMetadata"] = new JsonObject { ["IndexLatest"] = false, ["Culture"] = "any", ["IndexedContentTypes"] = new JsonArray() },
                ["LuceneIndexMetadata"] = new JsonObject { ["AnalyzerName"] = "standardanalyzer", ["StoreSourceData"] = false },
                ["ZaitakuIndexMetadata"] = new JsonObject { ["Analysis"] = SearchKeeper.Analysis },
            },
        }),
    };
}

/// <summary><c>lucene-index</c>, the older form of the same.</summary>
public sealed class SearchLuceneStep(SearchKeeper keeper) : LuceneIndexStep
{
    protected override void Validate(StepBody body, RecipeCheck check)
    {
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        ProfileChange.FollowAsync(run.Db, keeper, () => base.ApplyAsync(body, run, cancel), cancel);
}

internal static class ProfileChange
{
    public static async Task FollowAsync(SiteDb db, SearchKeeper keeper, Func<Task> apply, CancellationToken cancel)
    {
        var before = await StepsAsync(db, cancel);
        await apply();
        if (before != await StepsAsync(db, cancel)) await keeper.AskAsync(cancel);
    }

    private static async Task<string> StepsAsync(SiteDb db, CancellationToken cancel) =>
        string.Concat((await SiteDocuments.LoadAsync<KeptSteps>(db, cancel)).Steps.Select(step => step.ToJsonString()));
}
