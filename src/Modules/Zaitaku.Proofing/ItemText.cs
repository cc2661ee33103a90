using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing;

internal enum TextKind
{
    Plain,
    Markdown,
    Html,
}

/// <summary>One text of an item, and where in the item it stands.</summary>
internal sealed record ItemText(string Path, TextKind Kind, string Text)
{
    /// <summary>Every text that readers see: of parts, of fields, of items inside this one.</summary>
    public static IEnumerable<ItemText> Of(ContentItem item) => item.Data.SelectMany(part => Of(part.Key, part.Key, part.Value));

    private static IEnumerable<ItemText> Of(string path, string name, JsonNode? node) => node switch
    {
        JsonObject bag => bag.SelectMany(property => Of($"{path}.{property.Key}", property.Key, property.Value)),
        JsonArray list => list.SelectMany((value, i) => value is JsonObject ? Of($"{path}[{i}]", name, value) : []),
        JsonValue value when KindOf(name) is { } kind && value.TryGetValue<string>(out var text) && text.Length > 0 => [new(path, kind, text)],
        _ => [],
    };

    private static TextKind? KindOf(string name) => name switch
    {
        "Markdown" => TextKind.Markdown,
        "Html" => TextKind.Html,
        "Text" or "Title" or "PageTitle" or "MetaDescription" => TextKind.Plain,
        _ => null,
    };
}
