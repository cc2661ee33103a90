using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary>Steps of Orchard Core that this site does not run, as they came.</summary>
public sealed class KeptSteps
{
    public List<JsonObject> Steps { get; set; } = [];
}

/// <summary>
/// Stands for every step of Orchard Core that this site does not run: it is kept and written again, so that a site passes through here
/// without loss. <c>Users</c> and <c>Command</c> are not among them: they carry passwords.
/// </summary>
public sealed class KeptStep : RecipeStep
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "custom-settings", "MediaProfiles", "CreateOrUpdateIndexProfile", "ResetIndex", "RebuildIndex", "lucene-index", "lucene-index-reset",
        "lucene-index-rebuild", "Queries", "AdminMenu", "Layers", "WorkflowType", "custom-user-settings", "Translations", "DynamicDataTranslations",
        "deployment", "Sitemaps", "Templates", "AdminTemplates", "ShortcodeTemplates", "Placements", "UrlRewriting", "FeatureProfiles", "ReloadTenant");

    public override string Name => "";

    public override StepTurn Turn => StepTurn.Content;

    public static bool Knows(string name) => Names.Contains(name);

    public static bool CarriesPasswords(string name) =>
        name.Equals("Users", StringComparison.OrdinalIgnoreCase) || name.Equals("Command", StringComparison.OrdinalIgnoreCase);

    protected override void Validate(StepBody body, RecipeCheck check) => check.Note(body, RecipesText.StepKept(body.Name!));

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<KeptSteps>(run.Db, kept =>
        {
            var isKept = kept.Steps.Exists(step => JsonNode.DeepEquals(step, body.Json));
            if (!isKept) kept.Steps.Add((JsonObject)body.Json.DeepClone());
            run.Tell(body, isKept ? PlanVerb.Unchanged : PlanVerb.New, RecipesText.StepKeptLine);
        }, cancel);

    public override async IAsyncEnumerable<JsonObject> ExportAsync(SiteDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var step in (await SiteDocuments.LoadAsync<KeptSteps>(db, cancel)).Steps) yield return step;
    }
}
