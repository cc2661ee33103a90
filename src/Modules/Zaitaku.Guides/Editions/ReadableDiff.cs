using DiffPlex;

namespace Zaitaku.Guides.Editions;

/// <summary>How a passage stands between two editions.</summary>
public enum PassageKind
{
    /// <summary>Unchanged and folded away.</summary>
    Folded,

    /// <summary>The unchanged heading under which a change stands.</summary>
    Heading,
    Added,
    Gone,
    Reworded,
}

/// <summary>How a few words stand between two editions.</summary>
public enum PhraseKind
{
    Same,
    Added,
    Gone,
}

public sealed record Phrase(PhraseKind Kind, string Text);

/// <summary>A passage of a comparison.</summary>
/// <param name="Block">What kind of block it is; of a folded passage, its first.</param>
/// <param name="Phrases">Its words; a folded passage has none.</param>
/// <param name="Folded">The unchanged blocks of a folded passage.</param>
public sealed record Passage(PassageKind Kind, BlockKind Block, IReadOnlyList<Phrase> Phrases, IReadOnlyList<ReadableBlock> Folded)
{
    public static Passage Fold(IReadOnlyList<ReadableBlock> blocks) => new(PassageKind.Folded, blocks[0].Kind, [], blocks);

    public static Passage Whole(PassageKind kind, ReadableBlock block) => new(kind, block.Kind, [new(kind switch
    {
        PassageKind.Added => PhraseKind.Added,
        PassageKind.Gone => PhraseKind.Gone,
        _ => PhraseKind.Same,
    }, block.Text)], []);
}

/// <summary>Compares two texts as a person would tell another what has changed: passage by passage, and inside a reworded one phrase by phrase.</summary>
public static class ReadableDiff
{
    /// <summary>Below this two passages are two, not one that was reworded: a third of their pairs of letters is the same.</summary>
    private const double Alike = 0.34;

    /// <summary>Longer stretches of changed passages are paired in order, not by likeness: the work grows with the square.</summary>
    private const int MostPaired = 60;

    /// <summary>Longer passages are shown whole, before and after.</summary>
    private const int MostLetters = 6000;

    /// <summary>Pairs of letters that may be held against each other in one text; once they are used up, passages are shown whole too.</summary>
    private const long MostWork = 20_000_000;

    /// <summary>Where more passages than this are not the same, the two texts have nothing to do with each other.</summary>
    private const int MostPassages = 4000;

    private static readonly Differ Differ = new();

    public static IReadOnlyList<Passage> Of(IReadOnlyList<ReadableBlock> before, IReadOnlyList<ReadableBlock> after)
    {
        if (before.Count + after.Count - (2 * before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count()) > MostPassages) return Whole(before, after);
        var result = Differ.CreateCustomDiffs(Lines(before), Lines(after), ignoreWhiteSpace: false, text => text.Length == 0 ? [] : text.Split('\n'));
        var passages = new List<Passage>();
        var (at, work) = (0, MostWork);
        foreach (var block in result.DiffBlocks)
        {
            Fold(passages, before, at, block.DeleteStartA, changeFollows: true);
            Change(passages, [.. before.Skip(block.DeleteStartA).Take(block.DeleteCountA)], [.. after.Skip(block.InsertStartB).Take(block.InsertCountB)], ref work);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Fold(passages, before, at, before.Count, changeFollows: false);
        return passages;
    }

    /// <summary>What changed inside one passage.</summary>
    /// <param name="whole">Whether the two are only set side by side.</param>
    public static IReadOnlyList<Phrase> Phrases(string before, string after, bool whole = false)
    {
        if (whole || before.Length + after.Length > MostLetters) return [new(PhraseKind.Gone, before), new(PhraseKind.Added, after)];
        var result = Differ.CreateCustomDiffs(before, after, ignoreWhiteSpace: false, JapanesePhrases.Cut);
        var phrases = new List<Phrase>();
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            Add(phrases, PhraseKind.Same, result.PiecesOld, at, block.DeleteStartA - at);
            Add(phrases, PhraseKind.Gone, result.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(phrases, PhraseKind.Added, result.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(phrases, PhraseKind.Same, result.PiecesOld, at, result.PiecesOld.Length - at);
        return Joined(phrases);
    }

    private static string Lines(IReadOnlyList<ReadableBlock> blocks) => string.Join('\n', blocks.Select(block => $"{(int)block.Kind}{block.Text}"));

    /// <summary>Folds what is unchanged, but leaves the heading under which the next change stands.</summary>
    private static void Fold(List<Passage> passages, IReadOnlyList<ReadableBlock> blocks, int from, int to, bool changeFollows)
    {
        var heading = to;
        while (changeFollows && heading > from && blocks[heading - 1].Kind != BlockKind.Heading) heading--;
        if (!changeFollows || heading == from)
        {
            if (to > from) passages.Add(Passage.Fold([.. blocks.Take(to).Skip(from)]));
            return;
        }

        if (heading - 1 > from) passages.Add(Passage.Fold([.. blocks.Take(heading - 1).Skip(from)]));
        passages.Add(Passage.Whole(PassageKind.Heading, blocks[heading - 1]));
        if (to > heading) passages.Add(Passage.Fold([.. blocks.Take(to).Skip(heading)]));
    }

    private static List<Passage> Whole(IReadOnlyList<ReadableBlock> before, IReadOnlyList<ReadableBlock> after) =>
        [.. before.Select(block => Passage.Whole(PassageKind.Gone, block)), .. after.Select(block => Passage.Whole(PassageKind.Added, block))];

    private static void Change(List<Passage> passages, ReadableBlock[] gone, ReadableBlock[] added, ref long workLeft)
    {
        var (old, next) = (0, 0);
        foreach (var (before, after) in Pairs(gone, added).Append((gone.Length, added.Length)))
        {
            for (; old < before; old++) passages.Add(Passage.Whole(PassageKind.Gone, gone[old]));
            for (; next < after; next++) passages.Add(Passage.Whole(PassageKind.Added, added[next]));
            if (old == gone.Length || next == added.Length) continue;
            workLeft -= (long)gone[old].Text.Length * added[next].Text.Length;
            passages.Add(new(PassageKind.Reworded, added[next].Kind, Phrases(gone[old++].Text, added[next++].Text, workLeft < 0), []));
        }
    }

    /// <summary>Which passages are the same one before and after, in order, so that they are as alike as can be.</summary>
    private static List<(int Before, int After)> Pairs(ReadableBlock[] gone, ReadableBlock[] added)
    {
        if (gone.Length > MostPaired || added.Length > MostPaired) return [.. Enumerable.Range(0, Math.Min(gone.Length, added.Length)).Select(at => (at, at))];
        var likeness = new double[gone.Length, added.Length];
        var best = new double[gone.Length + 1, added.Length + 1];
        for (var g = gone.Length - 1; g >= 0; g--)
        {
            for (var a = added.Length - 1; a >= 0; a--)
            {
                likeness[g, a] = Likeness(gone[g].Text, added[a].Text);
                best[g, a] = Math.Max(Math.Max(best[g + 1, a], best[g, a + 1]), likeness[g, a] < Alike ? 0 : best[g + 1, a + 1] + likeness[g, a]);
            }
        }

        return Walk(likeness, best);
    }

    private static List<(int, int)> Walk(double[,] likeness, double[,] best)
    {
        var pairs = new List<(int, int)>();
        var (g, a) = (0, 0);
        while (g < likeness.GetLength(0) && a < likeness.GetLength(1))
        {
            if (likeness[g, a] >= Alike && best[g, a] <= best[g + 1, a + 1] + likeness[g, a]) pairs.Add((g++, a++));
            else if (best[g + 1, a] >= best[g, a + 1]) g++;
            else a++;
        }

        return pairs;
    }

    /// <summary>How much of two texts is the same, from 0 to 1, by their pairs of letters.</summary>
    private static double Likeness(string one, string other)
    {
        if (one == other) return 1;
        if (one.Length < 2 || other.Length < 2) return 0;
        var counts = new Dictionary<(char, char), int>();
        for (var at = 1; at < one.Length; at++) counts[(one[at - 1], one[at])] = counts.GetValueOrDefault((one[at - 1], one[at])) + 1;
        var same = 0;
        for (var at = 1; at < other.Length; at++)
        {
            if (counts.GetValueOrDefault((other[at - 1], other[at])) is not (> 0 and var left)) continue;
            counts[(other[at - 1], other[at])] = left - 1;
            same++;
        }

        return 2.0 * same / (one.Length + other.Length - 2);
    }

    private static void Add(List<Phrase> phrases, PhraseKind kind, string[] pieces, int start, int count)
    {
        if (count > 0) phrases.Add(new(kind, string.Concat(pieces.Skip(start).Take(count))));
    }

    /// <summary>One letter that stayed between two changes is read with them: nobody reads confetti.</summary>
    private static List<Phrase> Joined(List<Phrase> phrases)
    {
        var joined = new List<Phrase>();
        var (gone, added) = ("", "");
        for (var at = 0; at < phrases.Count; at++)
        {
            var (kind, text) = phrases[at];
            var between = kind == PhraseKind.Same && gone.Length + added.Length > 0 && at + 1 < phrases.Count && text.Length == 1 && !char.IsPunctuation(text[0]);
            if (kind == PhraseKind.Gone || between) gone += text;
            if (kind == PhraseKind.Added || between) added += text;
            if (kind != PhraseKind.Same || between) continue;
            Close();
            joined.Add(phrases[at]);
        }

        Close();
        return joined;

        void Close()
        {
            if (gone.Length > 0) joined.Add(new(PhraseKind.Gone, gone));
            if (added.Length > 0) joined.Add(new(PhraseKind.Added, added));
            (gone, added) = ("", "");
        }
    }
}
