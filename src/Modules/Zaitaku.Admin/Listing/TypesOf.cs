using System.Text.Json.Nodes;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Listing;

/// <summary>What the settings of types say about the workplace.</summary>
public static class TypesOf
{
    public static IEnumerable<ContentTypeDefinition> Listable(this ContentDefinitions definitions) => With(definitions, "Listable");

    public static IEnumerable<ContentTypeDefinition> Creatable(this ContentDefinitions definitions) => With(definitions, "Creatable");

    public static string NameOf(this ContentDefinitions definitions, string type) => definitions.Type(type)?.DisplayName ?? type;

    /// <summary>What the type is for, in a sentence; null when its definition does not say.</summary>
    public static string? Purpose(this ContentTypeDefinition type) => type.Settings["ContentTypeSettings"]?["Description"]?.ToString();

    private static IEnumerable<ContentTypeDefinition> With(ContentDefinitions definitions, string setting) =>
        definitions.ContentTypes.Where(type => type.Settings["ContentTypeSettings"]?[setting] is JsonValue value && value.TryGetValue<bool>(out var says) && says);
}
