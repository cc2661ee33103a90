namespace Zaitaku.Cms.Words;

/// <summary>A line of a list of words that holds one: <c>word,more,more</c>.</summary>
/// <param name="Number">Counted from 1, comments and empty lines too.</param>
/// <param name="Text">The line as it stands.</param>
/// <param name="Cells">Without the comment behind '#', trimmed; the first is the word.</param>
public sealed record WordLine(int Number, string Text, IReadOnlyList<string> Cells)
{
    public string Word => Cells[0];
}

/// <summary>Reads and changes the lines of a list. Comments and the order of the lines stay.</summary>
public static class WordLines
{
    public static IReadOnlyList<WordLine> Of(string source) =>
        [.. source.Split('\n').Select((text, at) => new WordLine(at + 1, text.TrimEnd('\r'), Cells(text))).Where(line => line.Cells.Count > 0)];

    /// <summary>A line of these cells; empty ones at its end are left out.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => cell.Trim())).TrimEnd(',');

    public static string Add(string source, string line) => (source.Length == 0 || source.EndsWith('\n') ? source : source + "\n") + line + "\n";

    /// <summary>Puts another line in the place of one, or takes it away.</summary>
    /// <returns>Null when the line is not there any more.</returns>
    public static string? Replace(string source, string was, string? now)
    {
        var lines = source.Split('\n').ToList();
        var at = lines.FindIndex(line => line.TrimEnd('\r') == was);
        if (at < 0 || was.Length == 0) return null;
        if (now is null) lines.RemoveAt(at);
        else lines[at] = now;
        return string.Join('\n', lines);
    }

    /// <summary>What differs between two lists, word by word: null where there was none, or is none.</summary>
    public static IReadOnlyList<(string Word, string? Before, string? After)> Difference(string before, string after)
    {
        var (old, now) = (ByWord(before), ByWord(after));
        return [.. old.Keys.Union(now.Keys).Select(word => (word, old.GetValueOrDefault(word), now.GetValueOrDefault(word))).Where(change => change.Item2 != change.Item3)];
    }

    private static Dictionary<string, string> ByWord(string source) =>
        Of(source).GroupBy(line => line.Word).ToDictionary(group => group.Key, group => Line(group.First().Cells));

    private static string[] Cells(string text) => text.Split('#')[0].Trim().Trim('\uFEFF') is { Length: > 0 } line ? line.Split(',', StringSplitOptions.TrimEntries) : [];
}
