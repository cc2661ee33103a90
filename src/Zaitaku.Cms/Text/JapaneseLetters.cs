namespace Zaitaku.Cms.Text;

/// <summary>Which letters are kanji and kana, seen as UTF-16 because texts are scanned that way.</summary>
internal static class JapaneseLetters
{
    /// <summary>Whether a kanji (or 々, 〆, 〇) begins here; the second half of a surrogate pair does not.</summary>
    public static bool KanjiBeginsAt(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' => true,
        '\u3005' or '\u3006' or '\u3007' => true,
        // Planes 2 and 3 (the supplementary ideographs) have these high surrogates.
        >= '\uD840' and <= '\uD8BF' => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        _ => false,
    };

    /// <summary>
    /// Whether this unit belongs to a run that has one reading as a whole: kanji, small ke and ka between them (三ヶ所), digits
    /// (two units before a counter), and variation selectors.
    /// </summary>
    public static bool IsRun(ReadOnlySpan<char> text, int index) => IsKanjiLike(text, index) || IsDigit(text[index]);

    public static bool IsKanjiLike(ReadOnlySpan<char> text, int index)
    {
        if (KanjiBeginsAt(text, index) || text[index] is '\u30F5' or '\u30F6' or '\uDB40') return true;
        return char.IsLowSurrogate(text[index]) && index > 0 && text[index - 1] is (>= '\uD840' and <= '\uD8BF') or '\uDB40';
    }

    public static bool IsDigit(char letter) => letter is (>= '0' and <= '9') or (>= '\uFF10' and <= '\uFF19');

    public static bool IsKana(char letter) => letter is (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FA')
        or '\u30FC' or '\u309D' or '\u309E' or '\u30FD' or '\u30FE' or '\u30FB';

    /// <summary>Katakana as hiragana, so that ケア in a word agrees with けあ in its reading.</summary>
    public static char Hiragana(char letter) => letter is >= '\u30A1' and <= '\u30F6' ? (char)(letter - 0x60) : letter;

    /// <summary>Whether a line may end after or before this letter without a space being meant there.</summary>
    public static bool IsWide(char letter) => letter is >= '\u2E80' and not (>= '\uAC00' and <= '\uD7FF') && !char.IsSurrogate(letter)
        || letter is >= '\uD840' and <= '\uD8BF' || char.IsLowSurrogate(letter);

    public static int CountKanji(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            if (KanjiBeginsAt(text, i)) count++;
        return count;
    }
}
