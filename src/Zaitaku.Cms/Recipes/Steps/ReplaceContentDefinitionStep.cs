using System.Text.Json;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>ReplaceContentDefinition {ContentTypes[], ContentParts[]}</c>: each stands as it is stated, whatever was there.</summary>
public sealed class ReplaceContentDefinitionStep : RecipeStep
{
    public override string Name => "ReplaceContentDefinition";

    public override StepTurn Turn => StepTurn.Definitions;

    public override void Announce(StepBody body, RecipeCheck check)
    {
        if (ContentDefinitionStep.Read(body, check) is { } brought) Replace(check.Definitions, brought);
    }

    protected override void Validate(StepBody body, RecipeCheck check) => new Checks.DefinitionCheck(body, check).Run();

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<ContentDefinitions>(run.Db, known =>
        {
            var before = JsonSerializer.Serialize(known, ContentJson.Options);
            var brought = ContentDefinitionStep.Read(body, null)!;
            Replace(known, brought);
            if (JsonSerializer.Serialize(known, ContentJson.Options) == before) return;
            foreach (var type in brought.ContentTypes) run.Tell(body, PlanVerb.Changed, RecipesText.TypeLine(type.Name));
            foreach (var part in brought.ContentParts) run.Tell(body, PlanVerb.Changed, RecipesText.PartLine(part.Name));
        }, cancel);

    /// <summary>Merged into nothing, so that what a merge makes of a definition is the same here.</summary>
    private static void Replace(ContentDefinitions known, ContentDefinitions brought)
    {
        var stated = new ContentDefinitions();
        brought.MergeInto(stated);
        foreach (var type in stated.ContentTypes) Put(known.ContentTypes, type, t => t.Name == type.Name);
        foreach (var part in stated.ContentParts) Put(known.ContentParts, part, p => p.Name == part.Name);
    }

    private static void Put<TDefinition>(List<TDefinition> known, TDefinition stated, Predicate<TDefinition> same)
    {
        var at = known.FindIndex(same);
        if (at < 0) known.Add(stated);
        else known[at] = stated;
    }
}
