using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>Writes text nodes with ruby and keeps count. One writer serves one text; it is not shared.</summary>
internal sealed class RubyWriter(ReadingDictionary dictionary)
{
    // A run of kanji longer than this is no Japanese word; the bound keeps hostile text cheap.
    private const int MaxRun = 64;

    private readonly List<ReadingMatch> _chain = [];
    private readonly Stack<List<ReadingMatch>> _spare = new();
    private ulong _deadEnds;

    public int Kanji { get; private set; }

    public int KanjiWithRuby { get; private set; }

    public void CountCovered(string text)
    {
        var kanji = JapaneseLetters.CountKanji(text);
        Kanji += kanji;
        KanjiWithRuby += kanji;
    }

    /// <summary>The text as HTML, with ruby where the dictionary covers whole runs.</summary>
    public string Annotate(string text)
    {
        Kanji += JapaneseLetters.CountKanji(text);
        var html = new StringBuilder(text.Length * 2);
        var plain = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!Covers(text, i))
            {
                i = JapaneseLetters.IsRun(text, i) ? RunEnd(text, i) : i + 1;
                continue;
            }

            MarkupWriter.AppendText(html, text.AsSpan(plain, i - plain));
            i = WriteChain(html, text, i);
            plain = i;
        }

        MarkupWriter.AppendText(html, text.AsSpan(plain));
        return html.ToString();
    }

    /// <summary>Ruby whose reading is hidden from screen readers: they read the base, and would otherwise say the word twice.</summary>
    public static void AppendRuby(StringBuilder html, RubyPiece piece)
    {
        if (piece.Reading is null)
        {
            MarkupWriter.AppendText(html, piece.Text);
            return;
        }

        html.Append("<ruby>");
        MarkupWriter.AppendText(html, piece.Text);
        html.Append("<rp aria-hidden=\"true\">").Append(MarkupText.ReadingOpening).Append("</rp><rt aria-hidden=\"true\">");
        MarkupWriter.AppendText(html, piece.Reading);
        html.Append("</rt><rp aria-hidden=\"true\">").Append(MarkupText.ReadingClosing).Append("</rp></ruby>");
    }

    private bool Covers(string text, int start)
    {
        _chain.Clear();
        _deadEnds = 0;
        return Covers(text, start, start);
    }

    /// <summary>Finds words back to back from <paramref name="at"/> to the end of a run, preferring long ones, going back where stuck.</summary>
    private bool Covers(string text, int at, int start)
    {
        if (at == start && !dictionary.Begins(text[at])) return false;
        if (at - start >= MaxRun || (_deadEnds >> (at - start) & 1) == 1) return false;
        var matches = _spare.Count > 0 ? _spare.Pop() : [];
        dictionary.Find(text, at, matches);
        if (at > start && NumberEnd(text, at) is { } end) matches.Add(new ReadingMatch(end, end - at, []));
        var covered = false;
        for (var i = 0; i < matches.Count && !covered; i++) covered = Continues(text, matches[i], start);
        if (!covered) _deadEnds |= 1UL << (at - start);
        matches.Clear();
        _spare.Push(matches);
        return covered;
    }

    private bool Continues(string text, ReadingMatch match, int start)
    {
        _chain.Add(match);
        if (EndsRun(text, match.End) || Covers(text, match.End, start)) return true;
        _chain.RemoveAt(_chain.Count - 1);
        return false;
    }

    // 令和8（…）: a number that ends the run needs no reading of its own.
    private static int? NumberEnd(string text, int at)
    {
        if (!JapaneseLetters.IsDigit(text[at])) return null;
        var end = at;
        while (end < text.Length && JapaneseLetters.IsDigit(text[end])) end++;
        return EndsRun(text, end) ? end : null;
    }

    private static bool EndsRun(string text, int end) =>
        end == text.Length || !(JapaneseLetters.IsRun(text, end) && JapaneseLetters.IsRun(text, end - 1));

    private static int RunEnd(string text, int at)
    {
        while (at < text.Length && JapaneseLetters.IsRun(text, at)) at++;
        return at;
    }

    private int WriteChain(StringBuilder html, string text, int at)
    {
        foreach (var match in _chain)
        {
            MarkupWriter.AppendText(html, text.AsSpan(at, match.Number));
            foreach (var piece in match.Pieces)
            {
                AppendRuby(html, piece);
                if (piece.Reading is not null) KanjiWithRuby += JapaneseLetters.CountKanji(piece.Text);
            }

            at = match.End;
        }

        return at;
    }
}
