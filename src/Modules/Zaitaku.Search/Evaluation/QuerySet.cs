using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zaitaku.Search.Evaluation;

/// <summary>A line of the documents' file: <c>{"id", "title", "text"}</c>.</summary>
public sealed record SetDocument(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("text")] string Text);

/// <summary>A line of the queries' file: <c>{"id", "text", "rel": [ids of the documents that answer it]}</c>.</summary>
public sealed record SetQuery(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("rel")] IReadOnlyList<string> Relevant);

public static class QuerySet
{
    public static async Task<List<TLine>> ReadAsync<TLine>(string file, CancellationToken cancel)
    {
        var lines = new List<TLine>();
        await foreach (var line in File.ReadLinesAsync(file, cancel))
        {
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(JsonSerializer.Deserialize<TLine>(line)!);
        }

        return lines;
    }
}
