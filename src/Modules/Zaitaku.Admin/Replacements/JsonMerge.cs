using System.Text.Json.Nodes;
using Zaitaku.Admin.Versions;

namespace Zaitaku.Admin.Replacements;

/// <summary>A place that two people changed differently, so that a person has to choose.</summary>
/// <param name="Path">For example <c>MarkdownBodyPart.Markdown</c>.</param>
public sealed record MergeConflict(string Path, JsonNode? Before, JsonNode? Theirs, JsonNode? Mine)
{
    /// <summary>Whether it is a text, which may be put together by hand.</summary>
    public bool IsText => Of(Theirs) is not null && Of(Mine) is not null;

    public static string? Of(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>Two people's changes to one item, property by property, texts line by line. What neither knows of survives.</summary>
public sealed class JsonMerge
{
    private readonly List<MergeConflict> conflicts = [];
    private readonly IReadOnlyDictionary<string, JsonNode?> chosen;

    private JsonMerge(IReadOnlyDictionary<string, JsonNode?> chosen) => this.chosen = chosen;

    public required JsonObject Merged { get; init; }

    /// <summary>Where nothing was chosen; there <see cref="Merged"/> has mine.</summary>
    public IReadOnlyList<MergeConflict> Conflicts => conflicts;

    /// <param name="chosen">By path, what shall stand where both have changed.</param>
    public static JsonMerge Of(JsonObject before, JsonObject theirs, JsonObject mine, IReadOnlyDictionary<string, JsonNode?>? chosen = null)
    {
        var merge = new JsonMerge(chosen ?? new Dictionary<string, JsonNode?>()) { Merged = [] };
        merge.Fill(merge.Merged, "", before, theirs, mine);
        return merge;
    }

    private void Fill(JsonObject merged, string path, JsonObject before, JsonObject theirs, JsonObject mine)
    {
        foreach (var name in theirs.Concat(mine).Select(property => property.Key).Distinct().ToList())
        {
            var value = Choose(path.Length == 0 ? name : $"{path}.{name}", before[name], theirs[name], mine[name]);
            if (value is not null || theirs.ContainsKey(name) && mine.ContainsKey(name)) merged[name] = value?.DeepClone();
        }
    }

    private JsonNode? Choose(string path, JsonNode? before, JsonNode? theirs, JsonNode? mine)
    {
        if (JsonNode.DeepEquals(theirs, mine) || JsonNode.DeepEquals(before, theirs)) return mine;
        if (JsonNode.DeepEquals(before, mine)) return theirs;
        if (theirs is JsonObject their && mine is JsonObject my)
        {
            var inner = new JsonObject();
            Fill(inner, path, before as JsonObject ?? [], their, my);
            return inner;
        }

        if (MergeConflict.Of(before) is { } old && MergeConflict.Of(theirs) is { } one && MergeConflict.Of(mine) is { } other && ThreeWay.Merge(old, one, other) is { } both) return JsonValue.Create(both);
        if (chosen.TryGetValue(path, out var choice)) return choice;
        conflicts.Add(new(path, before, theirs, mine));
        return mine;
    }
}
