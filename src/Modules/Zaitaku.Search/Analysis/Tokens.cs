using System.Text;

namespace Zaitaku.Search.Analysis;

/// <summary>
/// Cuts normalised text into what is indexed and searched for. A run of Han, kana or Hangul letters becomes its overlapping pairs, whatever
/// scripts mix in it (as in Lucene's CJKBigramFilter); a run of one letter stays that letter; a word of other scripts is one token.
/// </summary>
public static class Tokens
{
    /// <summary>The longest word that is told from others, in UTF-16 code units: a line of PostgreSQL's index has a bound.</summary>
    public const int MaxWord = 64;

    public static List<string> Of(string normal)
    {
        var tokens = new List<string>(normal.Length);
        foreach (var run in Run.Of(normal))
        {
            if (run.IsPaired) AddPairs(normal.AsSpan(run.Start, run.Length), tokens);
            else tokens.Add(normal.Substring(run.Start, Math.Min(run.Length, MaxWord)));
        }

        return tokens;
    }

    /// <summary>Each Han letter by itself, for searches of one letter: 「薬」.</summary>
    public static List<string> Han(string normal)
    {
        var letters = new List<string>();
        foreach (var rune in normal.EnumerateRunes())
        {
            if (Letters.Of(rune) == LetterClass.Han) letters.Add(rune.ToString());
        }

        return letters;
    }

    public static bool IsHiragana(string token) => token.All(letter => letter is (>= '\u3041' and <= '\u3096') or (>= '\u309D' and <= '\u309F') or '\u30FC');

    private static void AddPairs(ReadOnlySpan<char> run, List<string> tokens)
    {
        var first = Width(run, 0);
        if (first == run.Length)
        {
            tokens.Add(run.ToString());
            return;
        }

        for (var (at, width) = (0, first); at + width < run.Length;)
        {
            var next = Width(run, at + width);
            tokens.Add(run.Slice(at, width + next).ToString());
            (at, width) = (at + width, next);
        }
    }

    private static int Width(ReadOnlySpan<char> run, int at) => char.IsHighSurrogate(run[at]) && at + 1 < run.Length ? 2 : 1;
}

/// <summary>A stretch of letters without a separator: either all of paired scripts or all of one word.</summary>
public readonly record struct Run(int Start, int Length, bool IsPaired)
{
    public static IEnumerable<Run> Of(string normal)
    {
        var (start, paired) = (-1, false);
        for (var at = 0; at < normal.Length;)
        {
            Rune.DecodeFromUtf16(normal.AsSpan(at), out var rune, out var width);
            var letter = Letters.Of(rune);
            if (start >= 0 && (letter == LetterClass.Separator || Letters.IsPaired(letter) != paired))
            {
                yield return new Run(start, at - start, paired);
                start = -1;
            }

            if (start < 0 && letter != LetterClass.Separator) (start, paired) = (at, Letters.IsPaired(letter));
            at += width;
        }

        if (start >= 0) yield return new Run(start, normal.Length - start, paired);
    }
}
