using System.Text.RegularExpressions;

namespace Zaitaku.Guides.Editions;

/// <summary>Cuts a text where a reader sees a new word without a dictionary: between kanji, hiragana, katakana, letters and figures.</summary>
public static partial class JapanesePhrases
{
    /// <summary>The pieces; together they are the text again.</summary>
    public static string[] Cut(string text) => [.. Piece().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々〆]+|[\p{IsKatakana}]+|\p{IsHiragana}+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+|[\ud800-\udbff][\udc00-\udfff]|.", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
