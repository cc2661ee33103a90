using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>Checks that the parts and fields a definition composes exist: in code, in definitions, or at least in Orchard Core.</summary>
internal sealed class DefinitionCheck(StepBody body, RecipeCheck check)
{
    public void Run()
    {
        foreach (var type in Named("ContentTypes"))
        {
            foreach (var part in type.Ignoring("ContentTypePartDefinitionRecords").Objects()) CheckPart(type.Ignoring("Name").Text()!, part);
        }

        foreach (var part in Named("ContentParts"))
        {
            foreach (var field in part.Ignoring("ContentPartFieldDefinitionRecords").Objects()) CheckField(field);
        }
    }

    private IEnumerable<JsonObject> Named(string list)
    {
        foreach (var definition in body[list].Objects())
        {
            if (definition.Ignoring("Name").Text() is { Length: > 0 }) yield return definition;
            else check.Refuse(body, definition, RecipesText.DefinitionNameMissing);
        }
    }

    private void CheckPart(string typeName, JsonObject record)
    {
        var name = record.Ignoring("PartName").Text() ?? "";
        if (name == typeName || check.Known.Part(name) is not null || check.Definitions.Part(name) is not null) return;
        if (OrchardNames.Parts.Contains(name)) check.Note(body, RecipesText.PartOfOrchard(name));
        else check.RefuseMisspelt(body, record.Ignoring("PartName") ?? record, name, Parts(), RecipesText.UnknownPart(name));
    }

    private IEnumerable<string> Parts() => [.. check.Known.Parts, .. OrchardNames.Parts, .. check.Definitions.ContentParts.Select(part => part.Name)];

    private void CheckField(JsonObject record)
    {
        if (record.Ignoring("Name").Text() is not { Length: > 0 }) check.Refuse(body, record, RecipesText.DefinitionNameMissing);
        var name = record.Ignoring("FieldName").Text() ?? "";
        if (check.Known.Field(name) is not null) return;
        if (OrchardNames.Fields.Contains(name)) check.Note(body, RecipesText.FieldOfOrchard(name));
        else check.RefuseMisspelt(body, record.Ignoring("FieldName") ?? record, name, [.. check.Known.Fields, .. OrchardNames.Fields], RecipesText.UnknownField(name));
    }
}
