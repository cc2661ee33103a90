using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary>Steps of Orchard Core that this site does not run, as they came.</summary>
public sealed class KeptSteps
{
    public List<JsonObject> Steps { get; set; } = [];

    public JsonObject? Find(string name) => Steps.Find(step => name.Equals(step.Ignoring("name").Text(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>
/// A step of Orchard Core that this site does not run: it is kept and written again, so that a site passes through here without loss. Passwords
/// and keys within it are not kept.
/// </summary>
public class KeptStep(string name) : RecipeStep
{
    public override string Name => name;

    public override StepTurn Turn => StepTurn.Content;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        check.Note(body, RecipesText.StepKept(body.Name!));
        if (Secrets.Remove(body.Json.DeepClone()) is { Count: > 0 } secrets) check.Note(body, RecipesText.SecretsLeftOut(secrets));
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<KeptSteps>(run.Db, kept =>
        {
            var stated = (JsonObject)body.Json.DeepClone();
            Secrets.Remove(stated);
            run.Tell(body, Keep(kept, stated), RecipesText.StepKeptLine);
        }, cancel);

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        foreach (var step in (await SiteDocuments.LoadAsync<KeptSteps>(export.Db, cancel)).Steps)
        {
            if (name.Equals(step.Ignoring("name").Text(), StringComparison.OrdinalIgnoreCase)) await export.WriteAsync(step, cancel);
        }
    }

    /// <summary>Puts the step with the others. This one stands beside those of its name, once.</summary>
    private protected virtual PlanVerb Keep(KeptSteps kept, JsonObject stated)
    {
        if (kept.Steps.Exists(step => JsonNode.DeepEquals(step, stated))) return PlanVerb.Unchanged;
        kept.Steps.Add(stated);
        return PlanVerb.New;
    }
}
