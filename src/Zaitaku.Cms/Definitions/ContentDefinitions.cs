using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Definitions;

/// <summary>The site's content types and parts, as recipes compose them. Property names are Orchard Core's.</summary>
public sealed class ContentDefinitions
{
    public List<ContentTypeDefinition> ContentTypes { get; set; } = [];
    public List<ContentPartDefinition> ContentParts { get; set; } = [];

    public ContentTypeDefinition? Type(string name) => ContentTypes.Find(t => t.Name == name);

    public ContentPartDefinition? Part(string name) => ContentParts.Find(p => p.Name == name);
}

public sealed class ContentTypeDefinition : ContentElement
{
    public string Name { get; set; } = "";
    public string? DisplayName { get; set; }
    public JsonObject Settings { get; set; } = [];

    [JsonPropertyName("ContentTypePartDefinitionRecords")]
    public List<ContentTypePartDefinition> Parts { get; set; } = [];

    public TSettings Setting<TSettings>() where TSettings : new() => DefinitionSettings.Read<TSettings>(Settings);

    /// <summary>The parts in the order editors and readers meet them.</summary>
    public IEnumerable<ContentTypePartDefinition> PartsInOrder() => Parts.OrderBy(p => Position.Of(p.Settings, "ContentTypePartSettings"));
}

/// <summary>A part within a type. <see cref="Name"/> differs from <see cref="PartName"/> where a type has two of a kind.</summary>
public sealed class ContentTypePartDefinition : ContentElement
{
    public string PartName { get; set; } = "";
    public string Name { get; set; } = "";
    public JsonObject Settings { get; set; } = [];

    public TSettings Setting<TSettings>() where TSettings : new() => DefinitionSettings.Read<TSettings>(Settings);
}

public sealed class ContentPartDefinition : ContentElement
{
    public string Name { get; set; } = "";
    public JsonObject Settings { get; set; } = [];

    [JsonPropertyName("ContentPartFieldDefinitionRecords")]
    public List<ContentPartFieldDefinition> Fields { get; set; } = [];

    public IEnumerable<ContentPartFieldDefinition> FieldsInOrder() => Fields.OrderBy(f => Position.Of(f.Settings, "ContentPartFieldSettings"));
}

public sealed class ContentPartFieldDefinition : ContentElement
{
    public string FieldName { get; set; } = "";
    public string Name { get; set; } = "";
    public JsonObject Settings { get; set; } = [];

    /// <summary>What the field is called on the page.</summary>
    public string Label => Setting<ContentPartFieldSettings>().DisplayName ?? Name;

    public TSettings Setting<TSettings>() where TSettings : new() => DefinitionSettings.Read<TSettings>(Settings);

    /// <summary>Whether any of the field's settings says <c>Required</c>.</summary>
    public bool Required => Settings.Any(s => s.Value is JsonObject bag && bag[nameof(Required)] is JsonValue value && value.TryGetValue<bool>(out var required) && required);
}

public sealed class ContentPartFieldSettings
{
    public string? DisplayName { get; set; }
    public string? Description { get; set; }
    public string? Editor { get; set; }
    public string? Position { get; set; }
}

internal static class DefinitionSettings
{
    public static TSettings Read<TSettings>(JsonObject settings) where TSettings : new() =>
        settings[typeof(TSettings).Name] is JsonObject bag ? bag.Deserialize<TSettings>(ContentJson.Options) ?? new TSettings() : new TSettings();
}

internal static class Position
{
    /// <summary>Orchard writes positions as text, "10" after "9".</summary>
    public static double Of(JsonObject settings, string bag) =>
        double.TryParse(settings[bag]?["Position"]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : 0;
}
