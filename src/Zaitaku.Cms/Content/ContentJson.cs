using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Zaitaku.Cms.Content;

/// <summary>How content is read and written: Orchard Core's serializer rules, except that Japanese stays readable.</summary>
public static class ContentJson
{
    /// <summary>For parts, fields, settings and definitions.</summary>
    public static JsonSerializerOptions Options { get; } = Make(indented: false);

    /// <summary>The same, indented, for files people read.</summary>
    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    /// <summary>What a reader of whole documents forgives, as Orchard Core does.</summary>
    public static JsonDocumentOptions Forgiving { get; } = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static JsonObject ParseObject(string json) =>
        JsonNode.Parse(json, documentOptions: Forgiving) as JsonObject ?? throw new JsonException("A JSON object was expected.");

    private static JsonSerializerOptions Make(bool indented) => new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
        Converters = { new JsonStringEnumConverter(), new UtcSecondsConverter() },
    };

    /// <summary>Times inside parts: UTC, whole seconds, always with Z.</summary>
    private sealed class UtcSecondsConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (DateTime.TryParse(reader.GetString(), CultureInfo.InvariantCulture,
                    DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)) return time;
            throw new JsonException("Not a date and time.");
        }

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}
