using System.Text;

namespace Zaitaku.Search.Analysis;

/// <summary>
/// The stretches of a query that carry its meaning: Han letters alone, katakana alone, words of two letters or more. Grammar in hiragana lies
/// between them.
/// </summary>
public static class ContentRuns
{
    public static List<string> Of(string normal)
    {
        var runs = new List<string>();
        var (start, before) = (0, LetterClass.Separator);
        for (var at = 0; at < normal.Length;)
        {
            Rune.DecodeFromUtf16(normal.AsSpan(at), out var rune, out var width);
            var letter = Letters.Of(rune);
            if (letter != before)
            {
                Add(normal[start..at], before, runs);
                (start, before) = (at, letter);
            }

            at += width;
        }

        Add(normal[start..], before, runs);
        return runs;
    }

    private static void Add(string run, LetterClass letter, List<string> runs)
    {
        if (letter is LetterClass.Han or LetterClass.Katakana || letter == LetterClass.Word && run.Length >= 2)
        {
            if (!runs.Contains(run)) runs.Add(run);
        }
    }
}
