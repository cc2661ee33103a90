using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>DeleteContentDefinition {ContentTypes: ["A"], ContentParts: ["B"]}</c>. A type that has content is not deleted: nothing could show or save it.</summary>
public sealed class DeleteContentDefinitionStep : RecipeStep
{
    public override string Name => "DeleteContentDefinition";

    /// <summary>After the definitions the recipe brings, before its content.</summary>
    public override StepTurn Turn => StepTurn.Settings;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        foreach (var list in (string[])["ContentTypes", "ContentParts"])
        {
            if (body[list] is { } node && (node is not JsonArray names || names.Any(name => name.Text() is null))) check.Refuse(body, node, RecipesText.ShapeWrong(list, "[ \"…\" ]"));
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        var known = await SiteDocuments.LoadAsync<ContentDefinitions>(run.Db, cancel);
        foreach (var (name, node) in body["ContentTypes"].Texts())
        {
            if (await run.Db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentType == name, cancel)) run.Refuse(body, node, RecipesText.TypeInUse(name));
            else if (known.ContentTypes.RemoveAll(type => type.Name == name) > 0) run.Tell(body, PlanVerb.Removed, RecipesText.TypeLine(name));
        }

        foreach (var (name, node) in body["ContentParts"].Texts())
        {
            if (known.ContentTypes.Exists(type => type.Parts.Exists(part => part.PartName == name))) run.Refuse(body, node, RecipesText.PartInUse(name));
            else if (known.ContentParts.RemoveAll(part => part.Name == name) > 0) run.Tell(body, PlanVerb.Removed, RecipesText.PartLine(name));
        }

        await SiteDocuments.PutAsync(run.Db, known, cancel);
    }
}
