using System.Globalization;
using System.Text;

namespace Zaitaku.Cms.Text;

/// <summary>
/// URL segments and paths that keep Japanese as it is written: kana marks, prolonged sounds and 々 stay, because a title without its
/// dakuten is another word.
/// </summary>
public static class Slug
{
    /// <summary>The longest segment, in text elements (what a reader calls a letter).</summary>
    public const int MaxLength = 80;

    /// <summary>The longest path, in UTF-16 code units.</summary>
    public const int MaxPathLength = 1024;

    /// <summary>What a title without any letter becomes.</summary>
    public const string Fallback = "page";

    // One base letter with many marks is a single text element, so the number of code units needs its own bound.
    private const int MaxUnits = 240;
    private const int MaxMarks = 2;
    private const int LongestTitleRead = 2048;

    /// <summary>Makes a URL segment of a title; never empty, never more than <see cref="MaxLength"/> text elements.</summary>
    public static string From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var letters = Normalized(Known(title));
        var slug = Shortened(Normalized(Hyphenated(letters)));
        return slug.Length == 0 ? Fallback : slug;
    }

    /// <summary>
    /// Whether a text may be the path of a page: segments of letters, digits, '-', '_' and '.', separated by single '/', in the
    /// compatibility-composed form (NFKC) so that one page cannot have two look-alike addresses.
    /// </summary>
    public static bool IsPath(string? path) =>
        path is { Length: > 0 and <= MaxPathLength } && path.Split('/').All(IsSegment) && path.IsNormalized(NormalizationForm.FormKC);

    private static bool IsSegment(string segment) =>
        segment is not ("" or "." or "..") && !IsMark(Rune.GetRuneAt(segment + " ", 0)) && segment.EnumerateRunes().All(IsPathRune);

    private static bool IsPathRune(Rune rune) => rune.Value is '-' or '_' or '.' || IsLetter(rune) || IsMark(rune);

    /// <summary>Drops what has no place in an address (controls, formats, halves of surrogate pairs), and joins loose kana marks.</summary>
    private static string Known(string title)
    {
        var known = new StringBuilder();
        var index = 0;
        while (index < Math.Min(title.Length, LongestTitleRead))
        {
            var valid = Rune.TryGetRuneAt(title, index, out var rune);
            index += valid ? rune.Utf16SequenceLength : 1;
            if (!valid || IsDropped(rune)) continue;
            // U+309B and U+309C are the loose forms of the kana marks; NFKC alone would part them from their letter with a space.
            known.Append(rune.Value switch { 0x309B => "\u3099", 0x309C => "\u309A", _ => rune.ToString() });
        }

        return known.ToString();
    }

    private static bool IsDropped(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => IsVariationSelector(rune) || rune.Value is >= 0x1F3FB and <= 0x1F3FF,
    };

    private static string Normalized(string text) => text.Normalize(NormalizationForm.FormKC);

    private static string Hyphenated(string text)
    {
        var slug = new StringBuilder();
        var marks = MaxMarks;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsMark(rune))
            {
                if (marks++ < MaxMarks) slug.Append(rune.ToString());
            }
            else if (IsLetter(rune))
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
                marks = 0;
            }
            else if (IsSeparator(rune))
            {
                if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
                marks = MaxMarks;
            }
        }

        return slug.ToString();
    }

    private static string Shortened(string slug)
    {
        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(slug);
        for (var count = 0; count < MaxLength && elements.MoveNext(); count++)
        {
            var next = elements.ElementIndex + elements.GetTextElement().Length;
            if (next > MaxUnits) break;
            end = next;
        }

        return slug[..end].Trim('-');
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune)
        ? rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && !IsVariationSelector(rune);

    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Symbols such as emoji vanish; the ones people write between words part them.
    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsPunctuation(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol;
}
