using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Zaitaku.Cms.Content;

/// <summary>
/// Orchard Core's form of a content item: the eleven header properties first, always, null included; then the bag.
/// Where Orchard drops unknown scalars at the root, they are kept.
/// </summary>
public sealed class ContentItemConverter : JsonConverter<ContentItem>
{
    private static readonly string[] Header =
    [
        nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType),
        nameof(ContentItem.DisplayText), nameof(ContentItem.Latest), nameof(ContentItem.Published),
        nameof(ContentItem.ModifiedUtc), nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc),
        nameof(ContentItem.Owner), nameof(ContentItem.Author),
    ];

    public override ContentItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonNode.Parse(ref reader) is JsonObject root ? Read(root) : throw new JsonException("A content item is a JSON object.");

    /// <summary>Makes an item of its JSON. The object is taken over: it becomes the item's bag.</summary>
    /// <exception cref="JsonException">A header property has the wrong kind of value.</exception>
    public static ContentItem Read(JsonObject root)
    {
        var item = new ContentItem
        {
            ContentItemId = Take<string>(root, nameof(ContentItem.ContentItemId)) ?? "",
            ContentItemVersionId = Take<string>(root, nameof(ContentItem.ContentItemVersionId)) ?? "",
            ContentType = Take<string>(root, nameof(ContentItem.ContentType)) ?? "",
            DisplayText = Take<string>(root, nameof(ContentItem.DisplayText)),
            Latest = Take<bool?>(root, nameof(ContentItem.Latest)) ?? false,
            Published = Take<bool?>(root, nameof(ContentItem.Published)) ?? false,
            ModifiedUtc = Utc(Take<DateTime?>(root, nameof(ContentItem.ModifiedUtc))),
            PublishedUtc = Utc(Take<DateTime?>(root, nameof(ContentItem.PublishedUtc))),
            CreatedUtc = Utc(Take<DateTime?>(root, nameof(ContentItem.CreatedUtc))),
            Owner = Take<string>(root, nameof(ContentItem.Owner)),
            Author = Take<string>(root, nameof(ContentItem.Author)),
        };
        root.Remove("Id");
        item.Data = root;
        return item;
    }

    public override void Write(Utf8JsonWriter writer, ContentItem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Header[0], value.ContentItemId);
        writer.WriteString(Header[1], value.ContentItemVersionId);
        writer.WriteString(Header[2], value.ContentType);
        writer.WriteString(Header[3], value.DisplayText);
        writer.WriteBoolean(Header[4], value.Latest);
        writer.WriteBoolean(Header[5], value.Published);
        WriteTime(writer, Header[6], value.ModifiedUtc);
        WriteTime(writer, Header[7], value.PublishedUtc);
        WriteTime(writer, Header[8], value.CreatedUtc);
        writer.WriteString(Header[9], value.Owner);
        writer.WriteString(Header[10], value.Author);
        foreach (var (name, node) in value.Data)
        {
            writer.WritePropertyName(name);
            if (node is null) writer.WriteNullValue();
            else node.WriteTo(writer, options);
        }

        writer.WriteEndObject();
    }

    private static T? Take<T>(JsonObject root, string name)
    {
        if (!root.Remove(name, out var node) || node is null) return default;
        return node.Deserialize<T>(ContentJson.Options);
    }

    private static DateTime? Utc(DateTime? time) => time switch
    {
        null => null,
        { Kind: DateTimeKind.Unspecified } local => DateTime.SpecifyKind(local, DateTimeKind.Utc),
        { } other => other.ToUniversalTime(),
    };

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTime? time)
    {
        if (time is { } at) writer.WriteString(name, at);
        else writer.WriteNull(name);
    }
}
