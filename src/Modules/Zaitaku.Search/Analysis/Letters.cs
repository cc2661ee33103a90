using System.Globalization;
using System.Text;

namespace Zaitaku.Search.Analysis;

/// <summary>What a letter is to the search.</summary>
public enum LetterClass
{
    /// <summary>Not searched for: it ends a run.</summary>
    Separator,
    Han,
    Hiragana,
    Katakana,
    Hangul,

    /// <summary>Letters, figures and marks of scripts that put spaces between words.</summary>
    Word,
}

/// <summary>Classes of letters of normalised text. ー belongs to katakana; ・ separates, as in 「ケア・マネジャー」.</summary>
public static class Letters
{
    public static LetterClass Of(Rune rune) => rune.Value switch
    {
        >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF or >= 0x3005 and <= 0x3007 => LetterClass.Han,
        >= 0x3041 and <= 0x3096 or >= 0x309D and <= 0x309F => LetterClass.Hiragana,
        >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF or >= 0x31F0 and <= 0x31FF => LetterClass.Katakana,
        >= 0xAC00 and <= 0xD7A3 or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F => LetterClass.Hangul,
        _ => IsWord(rune) ? LetterClass.Word : LetterClass.Separator,
    };

    /// <summary>Whether runs of this class are cut into pairs of letters.</summary>
    public static bool IsPaired(LetterClass letter) => letter is LetterClass.Han or LetterClass.Hiragana or LetterClass.Katakana or LetterClass.Hangul;

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
