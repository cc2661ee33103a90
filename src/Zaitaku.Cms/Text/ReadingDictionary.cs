using System.Collections.Frozen;

namespace Zaitaku.Cms.Text;

/// <summary>A line of a reading dictionary that could not be used, counted from 1, with the reason for the editor.</summary>
public sealed record ReadingProblem(int Line, string Message);

/// <summary>
/// Readings of words, built once and then only read, so every request may share it. The source has one word a line,
/// <c>surface,reading</c>, and comments after '#'. A surface beginning with '*' is a counter after any number: <c>*年度,ねんど</c>.
/// </summary>
public sealed class ReadingDictionary
{
    /// <summary>The longest surface, and the longest reading, in UTF-16 code units.</summary>
    public const int MaxLength = 48;

    // Stands for "any number" in the tree; U+FFFF is not a character, so no text can be mistaken for it.
    private const char AnyNumber = '\uFFFF';

    private readonly FrozenDictionary<long, int> _steps;
    private readonly bool[] _beginnings = new bool[char.MaxValue + 1];
    private readonly IReadOnlyList<RubyPiece>?[] _words;

    private ReadingDictionary(Dictionary<long, int> steps, IReadOnlyList<RubyPiece>?[] words, IReadOnlyList<ReadingProblem> problems)
    {
        _steps = steps.ToFrozenDictionary();
        _words = words;
        Problems = problems;
        Count = words.Count(word => word is not null);
        // Node 0 is the root, so its steps are the bare letters that words begin with.
        foreach (var step in steps.Keys.Where(step => step <= char.MaxValue)) _beginnings[step] = true;
    }

    /// <summary>How many words it knows.</summary>
    public int Count { get; }

    /// <summary>The lines that were left out, in the order of the source.</summary>
    public IReadOnlyList<ReadingProblem> Problems { get; }

    /// <summary>Reads the source; lines that cannot be used are left out and reported in <see cref="Problems"/>.</summary>
    public static ReadingDictionary Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new Dictionary<string, ReadingLine>(StringComparer.Ordinal);
        var problems = new List<ReadingProblem>();
        var number = 0;
        foreach (var line in source.Split('\n'))
        {
            number++;
            if (ReadingLine.Read(line) is not { } entry) continue;
            var problem = entry.Problem ?? Conflict(words, entry);
            if (problem is null) words.TryAdd(entry.Surface, entry);
            else problems.Add(new ReadingProblem(number, problem));
        }

        return Planted(words, problems);
    }

    /// <summary>Whether any word begins with this letter; a quick no for most of a text.</summary>
    internal bool Begins(char letter) => _beginnings[letter] || (_beginnings[AnyNumber] && JapaneseLetters.IsDigit(letter));

    /// <summary>Collects the words that begin at <paramref name="start"/>, the longest first.</summary>
    internal void Find(ReadOnlySpan<char> text, int start, List<ReadingMatch> found)
    {
        found.Clear();
        Walk(text, start, 0, start, found);
        if (JapaneseLetters.IsDigit(text[start])) FindCounters(text, start, found);
        found.Sort(static (a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Number.CompareTo(b.Number));
    }

    private void FindCounters(ReadOnlySpan<char> text, int start, List<ReadingMatch> found)
    {
        var end = start;
        while (end < text.Length && JapaneseLetters.IsDigit(text[end])) end++;
        if (_steps.TryGetValue(Step(0, AnyNumber), out var node)) Walk(text, end, node, start, found);
    }

    private void Walk(ReadOnlySpan<char> text, int from, int node, int start, List<ReadingMatch> found)
    {
        for (var i = from; i < text.Length && _steps.TryGetValue(Step(node, text[i]), out node); i++)
            if (_words[node] is { } pieces) found.Add(new ReadingMatch(i + 1, from - start, pieces));
    }

    private static string? Conflict(Dictionary<string, ReadingLine> words, ReadingLine entry) =>
        words.TryGetValue(entry.Surface, out var other) && other.Reading != entry.Reading
            ? MarkupText.ReadingTwice(entry.Surface, other.Reading)
            : null;

    private static ReadingDictionary Planted(Dictionary<string, ReadingLine> words, List<ReadingProblem> problems)
    {
        var steps = new Dictionary<long, int>();
        var pieces = new List<IReadOnlyList<RubyPiece>?> { null };
        foreach (var (surface, entry) in words)
        {
            var node = 0;
            foreach (var letter in entry.IsCounter ? AnyNumber + surface[1..] : surface)
            {
                if (steps.TryGetValue(Step(node, letter), out var next))
                {
                    node = next;
                    continue;
                }

                pieces.Add(null);
                steps.Add(Step(node, letter), node = pieces.Count - 1);
            }

            pieces[node] = entry.Pieces;
        }

        return new ReadingDictionary(steps, [.. pieces], problems);
    }

    private static long Step(int node, char letter) => ((long)node << 16) | letter;
}

/// <summary>A word found in a text: where it ends, how many figures stand before it, and its pieces.</summary>
internal readonly record struct ReadingMatch(int End, int Number, IReadOnlyList<RubyPiece> Pieces);
