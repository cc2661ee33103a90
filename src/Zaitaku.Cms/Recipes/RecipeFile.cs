using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes;

/// <summary>
/// A recipe as it lies on disk: Orchard Core's envelope, read forgivingly (comments, trailing commas, any order), every node with its line.
/// </summary>
public sealed class RecipeFile
{
    public const int MaxBytes = 32 * 1024 * 1024;
    public const int MaxDepth = 64;

    /// <summary>The recipe of a whole site, in a zip, may be larger than one that a person writes.</summary>
    public const int MaxPackageBytes = 512 * 1024 * 1024;

    /// <summary>
    /// This site's own word in the envelope: values are taken as they stand, even where they look like expressions, and names that nobody here knows
    /// are no mistakes. Exports say so.
    /// </summary>
    public const string LiteralProperty = "literal";

    private readonly LinedJson json;

    private RecipeFile(string path, LinedJson json, string fingerprint)
    {
        FullPath = path;
        this.json = json;
        Fingerprint = fingerprint;
    }

    public string FullPath { get; }

    public string FileName => Path.GetFileName(FullPath);

    /// <summary>Where the files lie that the recipe names.</summary>
    public string Folder => Path.GetDirectoryName(FullPath)!;

    /// <summary>SHA-256 of the file's bytes.</summary>
    public string Fingerprint { get; }

    /// <summary>When the file was last written.</summary>
    public DateTime WrittenUtc => File.GetLastWriteTimeUtc(FullPath);

    public JsonObject Root => (JsonObject)json.Root!;

    /// <summary>The name by which other recipes call this one.</summary>
    public string Name => Root.Ignoring("name").Text() ?? FileName;

    public JsonObject? Variables => Root.Ignoring("variables") as JsonObject;

    public bool IsLiteral => Root.Ignoring(LiteralProperty) is JsonValue value && value.TryGetValue<bool>(out var literal) && literal;

    public JsonNode? Steps => Root.Ignoring("steps");

    public int LineOf(JsonNode? node) => json.LineOf(node);

    public RecipeProblem Problem(JsonNode? at, string message) => new(FileName, LineOf(at), at?.GetPath() ?? "$", message);

    internal void Replace(JsonNode old, JsonNode value) => json.Replace(old, value);

    /// <summary>Reads the file. What makes it unreadable is added to the problems.</summary>
    public static RecipeFile? Read(string path, ICollection<RecipeProblem> problems, int maxBytes = MaxBytes)
    {
        var name = Path.GetFileName(path);
        var file = new FileInfo(path);
        if (Refusal(file, maxBytes) is { } refusal)
        {
            problems.Add(new(name, 1, "$", refusal));
            return null;
        }

        try
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
            var json = LinedJson.Parse(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes, MaxDepth);
            if (json.Root is JsonObject) return new(file.FullName, json, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            problems.Add(new(name, 1, "$", RecipesText.NotARecipe));
        }
        catch (LinedJsonException broken)
        {
            problems.Add(new(name, broken.Line, "$", broken.Message));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, 1, "$", RecipesText.FileUnreadable));
        }

        return null;
    }

    private static string? Refusal(FileInfo file, int maxBytes) => file switch
    {
        { Exists: false } => RecipesText.FileMissing(file.FullName),
        { Length: var length } when length > maxBytes => RecipesText.FileTooLarge(length, maxBytes),
        _ => null,
    };
}
