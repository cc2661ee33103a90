using DiffPlex;

namespace Zaitaku.Admin.Versions;

/// <summary>Lines that are gone and lines that stand in their place.</summary>
internal readonly record struct LineChange(int Start, int Gone, int NewStart, int Added);

/// <summary>
/// Which lines differ between two texts. Finding that out grows with the square of what differs: beyond a bound all that stands between the first and
/// the last difference counts as one change, so that no two texts keep the site busy.
/// </summary>
internal sealed class LineChanges
{
    private const int MostLines = 4000;
    private static readonly Differ Differ = new();

    public LineChanges(string before, string after)
    {
        (Old, New) = (before.Split('\n'), after.Split('\n'));
        var most = Math.Min(Old.Length, New.Length);
        var (head, tail) = (0, 0);
        while (head < most && Old[head] == New[head]) head++;
        while (tail < most - head && Old[^(tail + 1)] == New[^(tail + 1)]) tail++;
        var (gone, added) = (Old.Length - head - tail, New.Length - head - tail);
        if (gone + added == 0) return;
        IsBounded = gone + added > MostLines;
        All = IsBounded || gone == 0 || added == 0
            ? [new(head, gone, head, added)]
            : [.. Between(Old.AsSpan(head, gone), New.AsSpan(head, added)).Select(block => new LineChange(block.DeleteStartA + head, block.DeleteCountA, block.InsertStartB + head, block.InsertCountB))];
    }

    public string[] Old { get; }

    public string[] New { get; }

    /// <summary>In the order of the texts.</summary>
    public IReadOnlyList<LineChange> All { get; } = [];

    /// <summary>Whether too much differs to tell line from line.</summary>
    public bool IsBounded { get; }

    private static IList<DiffPlex.Model.DiffBlock> Between(ReadOnlySpan<string> gone, ReadOnlySpan<string> added) =>
        Differ.CreateCustomDiffs(string.Join('\n', gone!), string.Join('\n', added!), ignoreWhiteSpace: false, text => text.Split('\n')).DiffBlocks;
}
