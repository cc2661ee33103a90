using System.Globalization;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Results;

/// <summary>A piece of a passage; marked where it is what was looked for.</summary>
public sealed record SnippetPiece(string Text, bool IsMarked);

/// <summary>Cuts out of a passage the place that tells most, with the words that were looked for marked.</summary>
public static class Snippet
{
    /// <summary>About so many letters are shown.</summary>
    private const int Length = 120;

    /// <summary>Letters before the first mark.</summary>
    private const int Before = 24;

    /// <param name="runs">What is marked, normalised.</param>
    public static IReadOnlyList<SnippetPiece> Of(string text, IReadOnlyCollection<string> runs, int length = Length)
    {
        var letters = Elements(text.Replace('\n', ' '));
        var marks = Marks(letters, runs);
        var (start, end) = Window(marks, length);
        var pieces = new List<SnippetPiece>();
        if (start > 0) pieces.Add(new SnippetPiece("…", false));
        for (var at = start; at < end;)
        {
            var to = at;
            while (to < end && marks[to] == marks[at]) to++;
            pieces.Add(new SnippetPiece(string.Concat(letters.Skip(at).Take(to - at)), marks[at]));
            at = to;
        }

        if (end < letters.Count) pieces.Add(new SnippetPiece("…", false));
        return pieces;
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>(text.Length);
        var each = StringInfo.GetTextElementEnumerator(text);
        while (each.MoveNext()) elements.Add(each.GetTextElement());
        return elements;
    }

    /// <summary>Which letters belong to a run. The text is normalised letter by letter, so that every place in it is known in the original.</summary>
    private static bool[] Marks(List<string> letters, IReadOnlyCollection<string> runs)
    {
        var normal = new System.Text.StringBuilder();
        var origin = new List<int>();
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = NormalText.Of(letters[i]);
            normal.Append(letter);
            for (var j = 0; j < letter.Length; j++) origin.Add(i);
        }

        var (text, marks) = (normal.ToString(), new bool[letters.Count]);
        foreach (var run in runs.Where(run => run.Length > 0))
        {
            for (var at = text.IndexOf(run, StringComparison.Ordinal); at >= 0; at = text.IndexOf(run, at + run.Length, StringComparison.Ordinal))
            {
                for (var i = at; i < at + run.Length; i++) marks[origin[i]] = true;
            }
        }

        return marks;
    }

    /// <summary>The stretch with the most marks.</summary>
    private static (int Start, int End) Window(bool[] marks, int length)
    {
        if (marks.Length <= length) return (0, marks.Length);
        var (best, most, count) = (0, 0, 0);
        for (var at = 0; at < marks.Length; at++)
        {
            if (marks[at]) count++;
            if (at >= length - Before && marks[at - length + Before]) count--;
            var start = Math.Max(0, at - length + Before + 1);
            if (count > most) (best, most) = (start, count);
        }

        var first = most == 0 ? 0 : Array.IndexOf(marks, true, best);
        var from = Math.Clamp(first - Before, 0, marks.Length - length);
        return (from, from + length);
    }
}
