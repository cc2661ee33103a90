namespace Zaitaku.Admin.Versions;

/// <summary>Two people's changes to one text, line by line.</summary>
public static class ThreeWay
{
    /// <returns>The text with both changes, or null where they touch the same lines, or too much has changed to tell.</returns>
    public static string? Merge(string before, string theirs, string mine)
    {
        var lines = before.Split('\n').ToList();
        if (Changes(before, theirs) is not { } changes || Changes(before, mine) is not { } others) return null;
        foreach (var change in others)
        {
            if (changes.Contains(change)) continue;
            if (changes.Exists(change.Touches)) return null;
            changes.Add(change);
        }

        // From the end, so that what is still to come stays where it was.
        foreach (var change in changes.OrderByDescending(c => c.Start)) change.ApplyTo(lines);
        return string.Join('\n', lines);
    }

    private static List<Change>? Changes(string before, string after)
    {
        var changes = new LineChanges(before, after);
        return changes.IsBounded ? null : [.. changes.All.Select(c => new Change(c.Start, c.Gone, string.Join('\n', changes.New.Skip(c.NewStart).Take(c.Added)), c.Added))];
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
