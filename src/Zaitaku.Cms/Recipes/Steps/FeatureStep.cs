using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>feature {enable[], disable[]}</c>: which modules are switched on.</summary>
public sealed class FeatureStep : RecipeStep
{
    public override string Name => "feature";

    public override StepTurn Turn => StepTurn.Features;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        foreach (var (id, node) in Ids(body, check, "enable").Concat(Ids(body, check, "disable")))
        {
            if (check.Known.IsFeature(id) || check.Known.IsTheme(id)) continue;
            if (OrchardNames.IsFeature(id)) check.Note(body, RecipesText.FeatureOfOrchard(id));
            else check.RefuseMisspelt(body, node, id, check.Known.Features, RecipesText.UnknownFeature(id));
        }
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<SiteFeatures>(run.Db, features =>
        {
            foreach (var (id, _) in body["enable"].Texts())
            {
                if (features.Enabled.Add(id)) run.Tell(body, PlanVerb.Changed, RecipesText.FeatureOn(id));
            }

            foreach (var (id, _) in body["disable"].Texts())
            {
                if (features.Enabled.Remove(id)) run.Tell(body, PlanVerb.Changed, RecipesText.FeatureOff(id));
            }
        }, cancel);

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var features = await SiteDocuments.LoadAsync<SiteFeatures>(export.Db, cancel);
        if (features.Enabled.Count == 0) return;
        await export.WriteAsync(new() { ["name"] = Name, ["enable"] = new JsonArray([.. features.Enabled.Select(id => JsonValue.Create(id))]) }, cancel);
    }

    private static IEnumerable<(string, JsonNode)> Ids(StepBody body, RecipeCheck check, string property)
    {
        var list = body[property];
        if (list is not null and not JsonArray || list is JsonArray array && array.Any(n => n.Text() is null)) check.Refuse(body, list, RecipesText.ShapeWrong(property, "[ \"…\" ]"));
        return list.Texts();
    }
}
