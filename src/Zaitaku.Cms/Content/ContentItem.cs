using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Content;

/// <summary>
/// One version of one piece of content: Orchard Core's eleven header properties and an open JSON bag of parts.
/// The same <see cref="ContentItemId"/> has a row per version; at most one is <see cref="Latest"/>, at most one <see cref="Published"/>.
/// </summary>
[JsonConverter(typeof(ContentItemConverter))]
public sealed class ContentItem : IVersionForAudience
{
    /// <summary>The row's key. Never leaves the database.</summary>
    public long Id { get; private set; }

    public string ContentItemId { get; set; } = "";
    public string ContentItemVersionId { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string? DisplayText { get; set; }
    public bool Latest { get; set; }
    public bool Published { get; set; }
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
    public DateTime? CreatedUtc { get; set; }

    /// <summary>User id, as in Orchard Core.</summary>
    public string? Owner { get; set; }

    /// <summary>User name, as in Orchard Core.</summary>
    public string? Author { get; set; }

    /// <summary>Who may read it: its own <c>AudiencePart</c>, or its container's when that is narrower. Computed on every save.</summary>
    public Audience Audience { get; internal set; }

    /// <summary>Counts the saves of this version; a save against an older count is refused.</summary>
    public int Revision { get; internal set; }

    /// <summary>Everything but the header: parts by name, and whatever else the item came with.</summary>
    public JsonObject Data { get; set; } = [];

    /// <summary>The part of this name, or null when the item does not carry it.</summary>
    public TPart? Get<TPart>(string? name = null) where TPart : ContentPart =>
        Data[name ?? typeof(TPart).Name] is JsonObject bag ? bag.Deserialize<TPart>(ContentJson.Options) : null;

    /// <summary>Puts the part into the bag under its name, in the place of an earlier one.</summary>
    public void Set<TPart>(TPart part, string? name = null) where TPart : ContentPart =>
        Data[name ?? typeof(TPart).Name] = JsonSerializer.SerializeToNode(part, ContentJson.Options);

    /// <summary>Changes a part in place, making it first when the item has none.</summary>
    public void Alter<TPart>(Action<TPart> change, string? name = null) where TPart : ContentPart, new()
    {
        var part = Get<TPart>(name) ?? new TPart();
        change(part);
        Set(part, name);
    }

    /// <summary>A field of a part made from definitions alone, for example <c>Field&lt;TextField&gt;("Handbook", "Lead")</c>.</summary>
    public TField? Field<TField>(string part, string field) where TField : ContentField =>
        Data[part] is JsonObject bag && bag[field] is JsonObject value ? value.Deserialize<TField>(ContentJson.Options) : null;

    /// <summary>Whose address and alias these are: a copy speaks of those of the item it will go into.</summary>
    internal string Bearer => Get<Parts.ReplacementPart>() is { Of.Length: > 0 } part ? part.Of : ContentItemId;

    /// <summary>A detached copy, as a new draft version is begun from a published one.</summary>
    public ContentItem Copy() => new()
    {
        ContentItemId = ContentItemId,
        ContentItemVersionId = ContentItemVersionId,
        ContentType = ContentType,
        DisplayText = DisplayText,
        Latest = Latest,
        Published = Published,
        ModifiedUtc = ModifiedUtc,
        PublishedUtc = PublishedUtc,
        CreatedUtc = CreatedUtc,
        Owner = Owner,
        Author = Author,
        Audience = Audience,
        Data = (JsonObject)Data.DeepClone(),
    };
}
