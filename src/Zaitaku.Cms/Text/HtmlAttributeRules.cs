using System.Globalization;
using System.Text.RegularExpressions;

namespace Zaitaku.Cms.Text;

/// <summary>The value an allowed attribute may keep: cleaned, or null when the attribute goes.</summary>
internal static partial class HtmlAttributeRules
{
    private const int MaxIdLength = 200;
    private const int MaxSpan = 100;

    public static string? Value(string element, string name, string value) => name switch
    {
        "class" => Classes(value),
        "id" => Id(element, value),
        "href" => SafeUrl.IsLink(value) ? value.Trim(' ') : null,
        "src" => SafeUrl.IsImage(value) ? value.Trim(' ') : null,
        "cite" => SafeUrl.IsLink(value) ? value.Trim(' ') : null,
        // One answer for every link out; what the author wrote is not kept beside it.
        "rel" => null,
        "dir" => OneOf(value, "ltr", "rtl", "auto"),
        "scope" => OneOf(value, "col", "row", "colgroup", "rowgroup"),
        "loading" => OneOf(value, "lazy", "eager"),
        "aria-hidden" => OneOf(value, "true"),
        "aria-label" => OneOf(value, MarkupText.TermsLabel),
        // An aside without it is a landmark, and a text with twenty landmarks has none.
        "role" => OneOf(value, "note"),
        "type" => element == "input" ? OneOf(value, "checkbox") : NumberingType().IsMatch(value) ? value : null,
        "checked" or "open" or "reversed" => name,
        "colspan" or "rowspan" or "span" => Number(value, 1, MaxSpan),
        "width" or "height" => Number(value, 1, 10_000),
        "start" or "value" when element is "ol" or "li" => Number(value, -1_000_000, 1_000_000),
        "lang" or "hreflang" => Language().IsMatch(value) ? value : null,
        "datetime" => DateTime().IsMatch(value) ? value : null,
        _ => value,
    };

    private static string? Classes(string value)
    {
        var known = value.Split([' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(HtmlAllowList.IsClass).Distinct();
        return string.Join(' ', known) is { Length: > 0 } classes ? classes : null;
    }

    /// <summary>Headings may be named freely; elsewhere only the names our own renderer gives, so that no element can pose as another.</summary>
    private static string? Id(string element, string value)
    {
        var right = value.Length <= MaxIdLength && element switch
        {
            "details" => TermId().IsMatch(value),
            "li" => FootnoteId().IsMatch(value),
            "a" => FootnoteReferenceId().IsMatch(value),
            _ => HeadingId().IsMatch(value) && !TermId().IsMatch(value) && !FootnoteId().IsMatch(value) && !FootnoteReferenceId().IsMatch(value),
        };
        return right ? value : null;
    }

    private static string? OneOf(string value, params ReadOnlySpan<string> allowed)
    {
        foreach (var word in allowed)
            if (word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) return word;
        return null;
    }

    private static string? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // None can turn back far: a repetition ends where it meets a letter it cannot take.
    [GeneratedRegex(@"\A[1aAiI]\z")]
    private static partial Regex NumberingType();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"\A[0-9PTZWYMDHS:+.\- ]{1,40}\z")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*\z")]
    private static partial Regex HeadingId();

    [GeneratedRegex(@"\A([a-z0-9]+-)*term-[0-9]+\z")]
    private static partial Regex TermId();

    [GeneratedRegex(@"\A([a-z0-9]+-)*fn-[0-9]+\z")]
    private static partial Regex FootnoteId();

    [GeneratedRegex(@"\A([a-z0-9]+-)*fnref-[0-9]+\z")]
    private static partial Regex FootnoteReferenceId();
}
