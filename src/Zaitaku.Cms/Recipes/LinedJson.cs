using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes;

/// <summary>JSON as a tree that remembers on which line each of its nodes began.</summary>
internal sealed class LinedJson
{
    private readonly Dictionary<JsonNode, int> lines = new(ReferenceEqualityComparer.Instance);
    private int line = 1;
    private int position;

    public JsonNode? Root { get; private set; }

    /// <exception cref="LinedJsonException">It is no JSON, too deep, or names a property twice.</exception>
    public static LinedJson Parse(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var json = new LinedJson();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = maxDepth + 1 });
        try
        {
            reader.Read();
            json.Root = json.Read(ref reader, utf8, maxDepth);
            if (reader.Read()) throw new LinedJsonException(json.LineAt(ref reader, utf8), RecipesText.NotJson);
            return json;
        }
        catch (JsonException broken)
        {
            throw new LinedJsonException((int)(broken.LineNumber ?? 0) + 1, RecipesText.NotJson);
        }
        catch (InvalidOperationException)
        {
            throw new LinedJsonException(json.LineAt(ref reader, utf8), RecipesText.NotText);
        }
    }

    /// <summary>The line of a node, or of the nearest node around it that came from the file.</summary>
    public int LineOf(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (lines.TryGetValue(node, out var known)) return known;
        }

        return 1;
    }

    /// <summary>Puts a value in the place of another, on the same line.</summary>
    public void Replace(JsonNode old, JsonNode value)
    {
        lines[value] = LineOf(old);
        old.ReplaceWith(value);
    }

    private JsonNode? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var at = LineAt(ref reader, utf8);
        if (reader.CurrentDepth >= maxDepth) throw new LinedJsonException(at, RecipesText.TooDeep);
        JsonNode? node = reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, utf8, maxDepth),
            JsonTokenType.StartArray => ReadArray(ref reader, utf8, maxDepth),
            JsonTokenType.String => JsonValue.Create(Text(ref reader, at)),
            JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
            JsonTokenType.True => JsonValue.Create(true),
            JsonTokenType.False => JsonValue.Create(false),
            _ => null,
        };
        if (node is not null) lines[node] = at;
        return node;
    }

    private JsonObject ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var bag = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = LineAt(ref reader, utf8);
            var name = Text(ref reader, at);
            reader.Read();
            var value = Read(ref reader, utf8, maxDepth);
            if (!bag.TryAdd(name, value)) throw new LinedJsonException(at, RecipesText.PropertyTwice(name));
        }

        return bag;
    }

    private JsonArray ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var list = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Read(ref reader, utf8, maxDepth));
        return list;
    }

    /// <summary>PostgreSQL cannot hold the character U+0000, and no editor means it.</summary>
    private static string Text(ref Utf8JsonReader reader, int line)
    {
        var text = reader.GetString()!;
        return text.Contains('\0') ? throw new LinedJsonException(line, RecipesText.NotText) : text;
    }

    private int LineAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var start = (int)reader.TokenStartIndex;
        line += utf8[position..start].Count((byte)'\n');
        position = start;
        return line;
    }
}

/// <summary>Carries the line of the fault out of the recursion.</summary>
internal sealed class LinedJsonException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
