using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Content;

/// <summary>
/// Compares and joins what a file states about an item with a version the database has. A header value of null states nothing;
/// <c>Latest</c> and <c>Published</c> are no content (reference: Orchard Core's import rules).
/// </summary>
internal static class ImportComparison
{
    /// <summary>Whether the version says all that the file states. Inside a stated part everything counts; parts not stated do not.</summary>
    public static bool Holds(ContentItem known, ContentItem stated) =>
        HoldsHeader(known, stated) && stated.Data.All(part => Same(part.Value, known.Data[part.Key]));

    /// <summary>Whether both say the same, flags and ids of versions aside.</summary>
    public static bool Same(ContentItem known, ContentItem other) =>
        HoldsHeader(known, other) && known.Data.Count == other.Data.Count && Same(other.Data, known.Data);

    private static bool HoldsHeader(ContentItem known, ContentItem stated) =>
        known.ContentType == stated.ContentType &&
        Holds(known.DisplayText, stated.DisplayText) && Holds(known.Owner, stated.Owner) && Holds(known.Author, stated.Author) &&
        Holds(known.ModifiedUtc, stated.ModifiedUtc) && Holds(known.PublishedUtc, stated.PublishedUtc) && Holds(known.CreatedUtc, stated.CreatedUtc);

    private static bool Holds<TValue>(TValue? known, TValue? stated) => stated is null || stated.Equals(known);

    /// <summary>Deep equality in which a property that is absent equals one that is null, false, 0 or empty: a class writes those, a person does not.</summary>
    private static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.All(p => Same(p.Value, b[p.Key])) && b.All(p => a.ContainsKey(p.Key) || IsNothing(p.Value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (null, _) => IsNothing(other),
        (_, null) => IsNothing(one),
        _ => JsonNode.DeepEquals(one, other),
    };

    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject bag => bag.All(p => IsNothing(p.Value)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.False => true,
            JsonValueKind.Number => node.ToString() == "0",
            JsonValueKind.String => node.ToString().Length == 0,
            _ => false,
        },
    };

    /// <summary>The known version with what the file states laid over it: objects are merged, everything else is replaced.</summary>
    public static ContentItem Merge(ContentItem known, ContentItem stated)
    {
        var merged = Fill(stated.Copy(), known);
        merged.Data = (JsonObject)known.Data.DeepClone();
        Merge(merged.Data, stated.Data);
        return merged;
    }

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject from && target[name] is JsonObject into) Merge(into, from);
            else target[name] = value?.DeepClone();
        }
    }

    /// <summary>A new version as the file states it; of parts the file does not speak of, those of the version before go along.</summary>
    public static ContentItem Succeed(ContentItem known, ContentItem stated)
    {
        var next = Fill(stated.Copy(), known);
        foreach (var (name, value) in known.Data)
        {
            if (!next.Data.ContainsKey(name)) next.Data[name] = value?.DeepClone();
        }

        return next;
    }

    /// <summary>Completes the header with what the file leaves open. The time of change stays open: it is the import's.</summary>
    private static ContentItem Fill(ContentItem item, ContentItem known)
    {
        item.DisplayText ??= known.DisplayText;
        item.CreatedUtc ??= known.CreatedUtc;
        item.Owner ??= known.Owner;
        item.Author ??= known.Author;
        return item;
    }
}
