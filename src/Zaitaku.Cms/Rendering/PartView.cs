using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Rendering;

/// <summary>What a part's partial is given: the item, and the part's place in its type.</summary>
public sealed record PartView(ContentItem Item, ContentTypePartDefinition Definition)
{
    /// <summary>Whether the item lives inside another, whose version it has none of its own beside.</summary>
    public bool IsInside { get; init; }

    /// <summary>The fields of the part, as the site's definitions have them.</summary>
    public IReadOnlyList<ContentPartFieldDefinition> Fields { get; init; } = [];

    /// <summary>The part as its class, or null when the item does not carry it.</summary>
    public TPart? Part<TPart>() where TPart : ContentPart => Item.Get<TPart>(Definition.Name);

    /// <summary>A field of the part, or null when the item does not carry it or it cannot be read as one.</summary>
    public TField? Field<TField>(string name) where TField : ContentField
    {
        if (Item.Data[Definition.Name]?[name] is not JsonObject value) return null;
        try
        {
            return value.Deserialize<TField>(ContentJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a field's partial is given.</summary>
public sealed record FieldView(PartView Part, ContentPartFieldDefinition Definition)
{
    public TField? Value<TField>() where TField : ContentField => Part.Field<TField>(Definition.Name);
}
