using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zaitaku.Search.Evaluation;

/// <summary>A line of the documents' file: <c>{"id", "title", "text"}</c>.</summary>
public sealed record SetDocument(
    [property: JsonPropertyName("id"), JsonRequired] string Id, [property: JsonPropertyName("text"), JsonRequired] string Text, [property: JsonPropertyName("title")] string Title = "");

/// <summary>A line of the queries' file: <c>{"id", "text", "rel": [ids of the documents that answer it]}</c>.</summary>
public sealed record SetQuery(
    [property: JsonPropertyName("text"), JsonRequired] string Text, [property: JsonPropertyName("rel"), JsonRequired] IReadOnlyList<string> Relevant, [property: JsonPropertyName("id")] string Id = "");

/// <summary>Says what is wrong with a file, and where in it.</summary>
public sealed class EvaluationFileException(string message) : Exception(message);

/// <summary>A file of one JSON object a line.</summary>
public static class EvaluationFile
{
    private static readonly JsonSerializerOptions Options = new() { RespectNullableAnnotations = true };

    public static async Task<List<TLine>> ReadAsync<TLine>(string file, CancellationToken cancel)
    {
        var lines = new List<TLine>();
        var number = 0;
        try
        {
            await foreach (var line in File.ReadLinesAsync(Place(file), cancel))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line)) lines.Add(JsonSerializer.Deserialize<TLine>(line, Options) ?? throw new JsonException(line));
            }
        }
        catch (JsonException odd)
        {
            throw new EvaluationFileException(SearchText.LineOdd(file, number, odd.Message));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationFileException(SearchText.FileMissing(file));
        }

        return lines.Count > 0 ? lines : throw new EvaluationFileException(SearchText.FileEmpty(file));
    }

    /// <summary><c>dotnet run</c> starts the program in the project's folder; a relative path means the folder it was called from.</summary>
    private static string Place(string file) =>
        !File.Exists(file) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } called ? Path.Combine(called, file) : file;
}
