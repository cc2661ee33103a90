using DiffPlex;

namespace Zaitaku.Admin.Versions;

/// <summary>How a stretch of a compared text stands between two versions.</summary>
public enum DiffKind
{
    Same,
    Added,
    Gone,

    /// <summary>Unchanged lines that are not shown.</summary>
    Skipped,
}

/// <summary>A stretch within a line.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>A line of a comparison; <see cref="Pieces"/> show what changed inside it.</summary>
public sealed record DiffLine(DiffKind Kind, IReadOnlyList<DiffPiece> Pieces);

/// <summary>Compares two texts line by line, and changed lines letter by letter, as a reader of Japanese needs it.</summary>
public static class TextDiff
{
    private static readonly Differ Differ = new();

    private const int Around = 2;

    /// <summary>Longer pairs of lines are not compared letter by letter, nor more than so many letters of two texts: that grows with the square, too.</summary>
    private const int MaxLetters = 4000;
    private const int MaxLettersInAll = 60_000;

    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var changes = new LineChanges(before, after);
        var lines = new List<DiffLine>();
        var (at, letters) = (0, changes.IsBounded ? 0 : MaxLettersInAll);
        foreach (var change in changes.All)
        {
            for (; at < change.Start; at++) lines.Add(Plain(DiffKind.Same, changes.Old[at]));
            AddChange(lines, changes.Old[change.Start..(change.Start + change.Gone)], changes.New[change.NewStart..(change.NewStart + change.Added)], ref letters);
            at = change.Start + change.Gone;
        }

        for (; at < changes.Old.Length; at++) lines.Add(Plain(DiffKind.Same, changes.Old[at]));
        return Shortened(lines);
    }

    private static void AddChange(List<DiffLine> lines, string[] gone, string[] added, ref int lettersLeft)
    {
        for (var i = 0; i < Math.Max(gone.Length, added.Length); i++)
        {
            if (i < gone.Length && i < added.Length && gone[i].Length + added[i].Length <= Math.Min(MaxLetters, lettersLeft))
            {
                lettersLeft -= gone[i].Length + added[i].Length;
                var letters = Differ.CreateCharacterDiffs(gone[i], added[i], ignoreWhitespace: false);
                lines.Add(new(DiffKind.Gone, Pieces(letters.PiecesOld, [.. letters.DiffBlocks.Select(b => (b.DeleteStartA, b.DeleteCountA))], DiffKind.Gone)));
                lines.Add(new(DiffKind.Added, Pieces(letters.PiecesNew, [.. letters.DiffBlocks.Select(b => (b.InsertStartB, b.InsertCountB))], DiffKind.Added)));
                continue;
            }

            if (i < gone.Length) lines.Add(Plain(DiffKind.Gone, gone[i]));
            if (i < added.Length) lines.Add(Plain(DiffKind.Added, added[i]));
        }
    }

    private static List<DiffPiece> Pieces(string[] letters, (int Start, int Count)[] changed, DiffKind kind)
    {
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var (start, count) in changed)
        {
            if (start > at) pieces.Add(new(DiffKind.Same, string.Concat(letters.Skip(at).Take(start - at))));
            if (count > 0) pieces.Add(new(kind, string.Concat(letters.Skip(start).Take(count))));
            at = Math.Max(at, start + count);
        }

        if (at < letters.Length) pieces.Add(new(DiffKind.Same, string.Concat(letters.Skip(at))));
        return pieces;
    }

    private static DiffLine Plain(DiffKind kind, string text) => new(kind, [new(DiffKind.Same, text)]);

    /// <summary>Leaves out unchanged lines that are far from any change.</summary>
    private static List<DiffLine> Shortened(List<DiffLine> lines)
    {
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == DiffKind.Same) continue;
            for (var n = Math.Max(0, i - Around); n <= Math.Min(lines.Count - 1, i + Around); n++) near[n] = true;
        }

        var kept = new List<DiffLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (near[i]) kept.Add(lines[i]);
            else if (kept.Count == 0 || kept[^1].Kind != DiffKind.Skipped) kept.Add(new(DiffKind.Skipped, []));
        }

        return kept;
    }
}
