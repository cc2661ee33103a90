namespace Zaitaku.Cms.Text;

/// <summary>A piece of a word: with a reading when ruby belongs over it, without when it is read as it is written.</summary>
internal readonly record struct RubyPiece(string Text, string? Reading);

/// <summary>Divides a reading over a word so that only the kanji carry ruby: 取り組み, とりくみ → 取(と) り 組(く) み.</summary>
internal static class RubyAlignment
{
    // Words are short; a reading that needs more attempts than this is treated as having no single division.
    private const int MaxSteps = 5000;

    /// <summary>
    /// The pieces of <paramref name="word"/> under <paramref name="reading"/>. When the division is not unique the whole word is one
    /// piece, which is right though less fine; null when the reading contradicts the kana of the word.
    /// </summary>
    public static IReadOnlyList<RubyPiece>? Divide(string word, string reading)
    {
        // 24時間 may be read 24じかん or にじゅうよじかん: first take figures and Latin letters as written, then as something to be read.
        return Divide(Segments(word, figuresAreRead: false), word, reading) ?? Divide(Segments(word, figuresAreRead: true), word, reading);
    }

    private static List<RubyPiece>? Divide(List<(string Text, bool Read)> segments, string word, string reading)
    {
        var search = new Search(segments, reading);
        search.From(0, 0);
        return search.Found switch
        {
            0 => null,
            1 => [.. segments.Select((segment, i) => new RubyPiece(segment.Text, search.Readings[i]))],
            _ => [new RubyPiece(word, reading)],
        };
    }

    private static List<(string Text, bool Read)> Segments(string word, bool figuresAreRead)
    {
        var segments = new List<(string Text, bool Read)>();
        for (var i = 0; i < word.Length; i++)
        {
            var read = JapaneseLetters.IsKanjiLike(word, i) || (figuresAreRead && char.IsLetterOrDigit(word[i]) && !JapaneseLetters.IsKana(word[i]));
            if (segments.Count > 0 && segments[^1].Read == read) segments[^1] = (segments[^1].Text + word[i], read);
            else segments.Add((word[i].ToString(), read));
        }

        return segments;
    }

    private sealed class Search(List<(string Text, bool Read)> segments, string reading)
    {
        private readonly string?[] _current = new string?[segments.Count];
        private int _steps;

        public int Found { get; private set; }

        public string?[] Readings { get; private set; } = [];

        public void From(int segment, int at)
        {
            if (Found > 1 || ++_steps > MaxSteps)
            {
                Found = _steps > MaxSteps ? 2 : Found;
            }
            else if (segment == segments.Count)
            {
                if (at == reading.Length) Keep();
            }
            else if (segments[segment].Read)
            {
                TryReadings(segment, at);
            }
            else if (Agrees(segments[segment].Text, at))
            {
                _current[segment] = null;
                From(segment + 1, at + segments[segment].Text.Length);
            }
        }

        private void TryReadings(int segment, int at)
        {
            for (var end = at + 1; end <= reading.Length; end++)
            {
                _current[segment] = reading[at..end];
                From(segment + 1, end);
            }
        }

        private void Keep()
        {
            Found++;
            Readings = [.. _current];
        }

        private bool Agrees(string kana, int at)
        {
            if (at + kana.Length > reading.Length) return false;
            for (var i = 0; i < kana.Length; i++)
                if (JapaneseLetters.Hiragana(kana[i]) != JapaneseLetters.Hiragana(reading[at + i])) return false;
            return true;
        }
    }
}
