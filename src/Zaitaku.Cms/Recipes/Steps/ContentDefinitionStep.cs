using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>ContentDefinition {ContentTypes[], ContentParts[]}</c>: laid over what is there, property by property; nothing is ever removed.</summary>
public sealed class ContentDefinitionStep : RecipeStep
{
    public override string Name => "ContentDefinition";

    public override StepTurn Turn => StepTurn.Definitions;

    public override void Announce(StepBody body, RecipeCheck check)
    {
        if (Read(body, check) is { } brought) brought.MergeInto(check.Definitions);
    }

    protected override void Validate(StepBody body, RecipeCheck check) => new Checks.DefinitionCheck(body, check).Run();

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        var definitions = await SiteDocuments.LoadAsync<ContentDefinitions>(run.Db, cancel);
        var before = Texts(definitions);
        Read(body, null)!.MergeInto(definitions);
        foreach (var (name, text) in Texts(definitions))
        {
            if (!before.TryGetValue(name, out var old)) run.Tell(body, PlanVerb.New, name);
            else if (old != text) run.Tell(body, PlanVerb.Changed, name);
        }

        await SiteDocuments.PutAsync(run.Db, definitions, cancel);
    }

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var step = new JsonObject { ["name"] = Name };
        var definitions = JsonSerializer.SerializeToNode(await SiteDocuments.LoadAsync<ContentDefinitions>(export.Db, cancel), ContentJson.Options)!.AsObject();
        foreach (var (key, value) in definitions) step[key] = value?.DeepClone();
        await export.WriteAsync(step, cancel);
    }

    /// <summary>The step as definitions, or null after saying what is wrong with its shape.</summary>
    internal static ContentDefinitions? Read(StepBody body, RecipeCheck? check)
    {
        try
        {
            return body.Json.Deserialize<ContentDefinitions>(ContentJson.Options);
        }
        catch (JsonException wrong)
        {
            check?.Refuse(body, null, RecipesText.ValueWrong(wrong.Path ?? body.Name!));
            return null;
        }
    }

    private static Dictionary<string, string> Texts(ContentDefinitions definitions) =>
        definitions.ContentTypes.Select(t => (RecipesText.TypeLine(t.Name), JsonSerializer.Serialize(t, ContentJson.Options)))
            .Concat(definitions.ContentParts.Select(p => (RecipesText.PartLine(p.Name), JsonSerializer.Serialize(p, ContentJson.Options))))
            .ToDictionary();
}
