using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Editing;

/// <summary>Texts, one to a line.</summary>
public sealed record LinesProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => string.Join('\n', Texts.Of(value));

    protected override JsonNode? Read(string text) => Texts.List(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}

/// <summary>Any of several: boxes or a list of one name.</summary>
public sealed record PicksProperty(string Name) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => string.Join('\n', Texts.Of(value));

    public override string? Take(PostedForm form, string name, JsonObject bag)
    {
        if (!form.Has(name)) return null;
        var now = form.Values(name);
        if (!now.SequenceEqual(Texts.Of(bag[Name]))) bag[Name] = Texts.List(now);
        return null;
    }

    protected override JsonNode? Read(string text) => null;
}

/// <summary>Paths of files and, in a list beside it, their alternative texts. A row without a path is gone.</summary>
public sealed record FilesProperty(string Name, string TextsName) : EditableProperty(Name)
{
    public override string Show(JsonNode? value) => string.Join('\n', Texts.Of(value));

    public override string? Take(PostedForm form, string name, JsonObject bag)
    {
        if (!form.Has(name)) return null;
        var paths = form.Row(name);
        var texts = form.Row(name[..^Name.Length] + TextsName);
        var rows = paths.Select((path, at) => (Path: path.Trim().TrimStart('/'), Text: at < texts.Count ? texts[at].Trim() : "")).Where(row => row.Path.Length > 0).ToList();
        if (rows.Find(row => Media.MediaPath.Clean(row.Path) is null).Path is not null) return Media.MediaText.PathInvalid;
        if (rows.Select(row => row.Path).SequenceEqual(Texts.Of(bag[Name])) && Same(rows.ConvertAll(row => row.Text), Texts.Of(bag[TextsName]))) return null;
        bag[Name] = Texts.List(rows.Select(row => row.Path));
        bag[TextsName] = Texts.List(rows.Select(row => row.Text));
        return null;
    }

    protected override JsonNode? Read(string text) => null;

    /// <summary>A list that is short of texts says the same as one with empty ones.</summary>
    private static bool Same(List<string> now, IReadOnlyList<string> before) => now.Select((text, at) => text == (at < before.Count ? before[at] : "")).All(same => same);
}

internal static class Texts
{
    public static IReadOnlyList<string> Of(JsonNode? value) => value is JsonArray list ? [.. list.Select(text => text?.ToString() ?? "")] : [];

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
