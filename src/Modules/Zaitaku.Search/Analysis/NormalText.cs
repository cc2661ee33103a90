using System.Text;

namespace Zaitaku.Search.Analysis;

/// <summary>Text as it is compared: width and case make no difference (NFKC, then lower case).</summary>
public static class NormalText
{
    public static string Of(string text) => Wide(text).ToLowerInvariant();

    /// <summary>The first of the two steps alone: capitals stay.</summary>
    public static string Wide(string text) => Wellformed(text).Normalize(NormalizationForm.FormKC);

    /// <summary>Katakana as hiragana, by which readings are compared.</summary>
    public static string Hiragana(string normal) => string.Create(normal.Length, normal, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++) folded[i] = text[i] is >= '\u30A1' and <= '\u30F6' ? (char)(text[i] - 0x60) : text[i];
    });

    /// <summary>The beginning of a text, in UTF-16 code units; no letter is halved.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Halves of surrogate pairs and U+FFFE, which no normaliser takes, become U+FFFD; NUL, which no database takes, a space.</summary>
    public static string Wellformed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or '\uFFFE' || char.IsSurrogate(text[i])) return string.Concat(text.EnumerateRunes()).Replace('\0', ' ').Replace('\uFFFE', '\uFFFD');
        }

        return text;
    }
}
