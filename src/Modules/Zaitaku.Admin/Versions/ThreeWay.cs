using DiffPlex;

namespace Zaitaku.Admin.Versions;

/// <summary>Two people's changes to one text, line by line.</summary>
public static class ThreeWay
{
    private static readonly Differ Differ = new();

    /// <returns>The text with both changes, or null where they touch the same lines.</returns>
    public static string? Merge(string before, string theirs, string mine)
    {
        var lines = before.Split('\n').ToList();
        var changes = Changes(before, theirs);
        foreach (var change in Changes(before, mine))
        {
            if (changes.Contains(change)) continue;
            if (changes.Exists(change.Touches)) return null;
            changes.Add(change);
        }

        // From the end, so that what is still to come stays where it was.
        foreach (var change in changes.OrderByDescending(c => c.Start)) change.ApplyTo(lines);
        return string.Join('\n', lines);
    }

    private static List<Change> Changes(string before, string after)
    {
        var result = Differ.CreateLineDiffs(before, after, ignoreWhitespace: false);
        return [.. result.DiffBlocks.Select(b => new Change(b.DeleteStartA, b.DeleteCountA, string.Join('\n', result.PiecesNew.Skip(b.InsertStartB).Take(b.InsertCountB)), b.InsertCountB))];
    }

    private sealed record Change(int Start, int Count, string Text, int Added)
    {
        public bool Touches(Change other) => Start <= other.Start + other.Count && other.Start <= Start + Count;

        public void ApplyTo(List<string> lines)
        {
            lines.RemoveRange(Start, Count);
            if (Added > 0) lines.InsertRange(Start, Text.Split('\n'));
        }
    }
}
