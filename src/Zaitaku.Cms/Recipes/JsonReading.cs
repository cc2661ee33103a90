using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes;

/// <summary>Orchard reads the properties of steps without regard to case, and numbers and truths from text.</summary>
public static class JsonReading
{
    public static JsonNode? Ignoring(this JsonObject bag, string name) =>
        bag.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public static string? Text(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The strings of a list, each with its node; other values are left out.</summary>
    public static IEnumerable<(string Text, JsonNode Node)> Texts(this JsonNode? node) =>
        (node as JsonArray ?? []).Where(n => n.Text() is not null).Select(n => (n.Text()!, n!));

    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();

    public static string Shortened(this string text, int length = 60) => text.Length > length ? text[..length] + "…" : text;
}
