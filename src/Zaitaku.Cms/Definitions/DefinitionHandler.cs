using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Definitions;

/// <summary>Holds every item to its type: the type exists, and required fields are filled.</summary>
public sealed class DefinitionHandler : ContentHandler
{
    public override async Task ValidatingAsync(ContentContext context)
    {
        var definitions = context.Definitions ?? await SiteDocuments.LoadAsync<ContentDefinitions>(context.Db);
        if (definitions.Type(context.Item.ContentType) is not { } type)
        {
            context.Refuse("ContentType", ContentText.UnknownType(context.Item.ContentType));
            return;
        }

        foreach (var part in type.Parts)
        {
            foreach (var field in definitions.Part(part.PartName)?.Fields.Where(f => f.Required) ?? [])
            {
                if (IsEmpty(context.Item.Data[part.Name]?[field.Name])) context.Refuse($"{part.Name}.{field.Name}", ContentText.FieldRequired(field.Label));
            }
        }
    }

    /// <summary>A field is filled when any of its properties holds something.</summary>
    internal static bool IsEmpty(JsonNode? field) => field is not JsonObject bag || bag.All(property => property.Value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonValue value when value.TryGetValue<string>(out var text) => string.IsNullOrWhiteSpace(text),
        _ => false,
    });
}
