using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Writing;

/// <summary>Letters and figures that read badly, aloud above all: widths, spaces inside words, dates as figures.</summary>
internal static partial class LetterRules
{
    public static IEnumerable<Remark> Read(ItemText text, string masked) =>
    [
        .. Each(text, FullWidthAscii(), masked, RemarkLevel.Advice, "FullWidthAscii", ProofingText.FullWidthAscii, Narrow),
        .. Each(text, HalfWidthKana(), masked, RemarkLevel.Advice, "HalfWidthKana", ProofingText.HalfWidthKana, Narrow),
        .. Each(text, SpacedWord(), masked, RemarkLevel.Error, "SpacedWord", ProofingText.SpacedWord, WithoutSpaces),
        .. Each(text, Numeric(), masked, RemarkLevel.Advice, "DateForm", ProofingText.DateForm, Written),
        .. Each(text, EraInitial(), masked, RemarkLevel.Advice, "DateForm", ProofingText.DateForm, WrittenInEra),
    ];

    /// <param name="fix">What may stand instead; null when the match is not what it seems.</param>
    private static IEnumerable<Remark> Each(ItemText text, Regex regex, string masked, RemarkLevel level, string rule, string message, Func<Match, string?> fix) =>
        regex.Matches(masked).Select(match => (match, instead: fix(match))).Where(found => found.instead is not null)
            .Select(found => Place.At(text, found.match.Index, found.match.Length, level, rule, message, found.instead));

    private static string Narrow(Match match) => match.Value.Normalize(NormalizationForm.FormKC);

    private static string WithoutSpaces(Match match) => string.Concat(match.Value.Where(c => !char.IsWhiteSpace(c)));

    private static string? Written(Match match) =>
        IsDay(match, out var month, out var day) ? $"{match.Groups["y"].ValueSpan}{ProofingText.Year}{month}{ProofingText.Month}{day}{ProofingText.Day}" : null;

    private static string? WrittenInEra(Match match)
    {
        if (!IsDay(match, out var month, out var day)) return null;
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        return $"{ProofingText.Era(match.Groups["e"].Value[0])}{(year == 1 ? ProofingText.FirstYear : year)}{ProofingText.Year}{month}{ProofingText.Month}{day}{ProofingText.Day}";
    }

    private static bool IsDay(Match match, out int month, out int day)
    {
        month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture);
        day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    [GeneratedRegex("[\uFF21-\uFF3A\uFF41-\uFF5A\uFF10-\uFF19]{1,200}")]
    private static partial Regex FullWidthAscii();

    [GeneratedRegex("[\uFF66-\uFF9F]{1,200}")]
    private static partial Regex HalfWidthKana();

    /// <summary>Single characters drawn apart to fill a line, as in the heads of forms: read aloud they are two words (WCAG failure F32).</summary>
    [GeneratedRegex(@"(?<![\p{IsCJKUnifiedIdeographs}\u3041-\u30FA\u30FC])\p{IsCJKUnifiedIdeographs}(?:[ \u3000]{1,10}\p{IsCJKUnifiedIdeographs}){1,5}(?![\p{IsCJKUnifiedIdeographs}\u3041-\u30FA\u30FC])")]
    private static partial Regex SpacedWord();

    [GeneratedRegex(@"(?<![\d./-])(?<y>(?:19|20)\d\d)(?<s>[/.-])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d./-])", RegexOptions.ECMAScript)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<![A-Za-z\d])(?<e>[MTSHR])(?<y>\d{1,2})[./](?<m>\d{1,2})[./](?<d>\d{1,2})(?![\d./-])")]
    private static partial Regex EraInitial();
}
