using System.Globalization;

namespace Zaitaku.Cms.Text;

/// <summary>Measures of how easy a text reads. Sentence length is the one that editors can act on at once.</summary>
public static class EasyJapanese
{
    /// <summary>
    /// The sentences of a plain text. They end at 。！？ and at line ends; an end inside brackets does not count, and brackets
    /// left open are forgotten at the end of the line.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<string>();
        foreach (var line in text.Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            AddSentences(line, sentences);
        return sentences;
    }

    /// <summary>Mean length of the sentences in text elements; 0 for a text without sentences.</summary>
    public static double MeanSentenceLength(string text)
    {
        var sentences = Sentences(text);
        return sentences.Count == 0 ? 0 : sentences.Average(Length);
    }

    /// <summary>The longest sentence, or an empty text.</summary>
    public static string LongestSentence(string text) => Sentences(text).MaxBy(Length) ?? "";

    private static int Length(string sentence) => new StringInfo(sentence).LengthInTextElements;

    private static void AddSentences(string line, List<string> sentences)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (MarkupText.OpeningBrackets.Contains(line[i])) depth++;
            else if (MarkupText.ClosingBrackets.Contains(line[i])) depth = Math.Max(0, depth - 1);
            if (depth > 0 || !EndsHere(line, i)) continue;
            sentences.Add(line[start..(i + 1)].Trim());
            start = i + 1;
        }

        if (line[start..].Trim() is { Length: > 0 } rest) sentences.Add(rest);
    }

    // 「本当ですか！？」 ends once; "3.5" and "a.b" do not end at all, because only the full-width stop is an end.
    private static bool EndsHere(string line, int at) =>
        MarkupText.SentenceEnds.Contains(line[at]) && (at + 1 == line.Length || !MarkupText.SentenceEnds.Contains(line[at + 1]));
}
