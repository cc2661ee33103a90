using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zaitaku.Cms.Content;

/// <summary>What parts and fields share: JSON properties this site does not know are kept and written again.</summary>
public abstract class ContentElement
{
    // Not a JsonObject: .NET 10 writes that as broken JSON, braces and all, where a property name should stand.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A typed view of one object in an item's bag, keyed by the part's name.</summary>
public abstract class ContentPart : ContentElement;

/// <summary>A typed value inside a part, keyed by the field's name.</summary>
public abstract class ContentField : ContentElement;
