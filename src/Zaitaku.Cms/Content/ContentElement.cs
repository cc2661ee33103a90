using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Zaitaku.Cms.Content;

/// <summary>What parts and fields share: JSON properties this site does not know are kept and written again.</summary>
public abstract class ContentElement
{
    [JsonExtensionData]
    public JsonObject? Unknown { get; set; }
}

/// <summary>A typed view of one object in an item's bag, keyed by the part's name.</summary>
public abstract class ContentPart : ContentElement;

/// <summary>A typed value inside a part, keyed by the field's name.</summary>
public abstract class ContentField : ContentElement;
