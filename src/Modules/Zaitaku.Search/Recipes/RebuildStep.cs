using Zaitaku.Cms.Recipes;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Recipes;

/// <summary>
/// <c>RebuildIndex</c>, <c>ResetIndex</c>, and their older names <c>lucene-index-rebuild</c>, <c>lucene-index-reset</c>: the site has one index, whichever
/// is named, and it is built anew in the background when the recipe has been applied.
/// </summary>
public sealed class RebuildStep(string name, SearchKeeper keeper) : RecipeStep
{
    public static IReadOnlyList<string> Names { get; } = ["RebuildIndex", "ResetIndex", "lucene-index-rebuild", "lucene-index-reset"];

    public override string Name => name;

    public override StepTurn Turn => StepTurn.Content;

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        await keeper.AskAsync(cancel);
        run.Tell(body, PlanVerb.Changed, SearchText.IndexToRebuild);
    }
}
