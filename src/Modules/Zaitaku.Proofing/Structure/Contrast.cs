using System.Globalization;
using System.Text.RegularExpressions;

namespace Zaitaku.Proofing.Structure;

/// <summary>Contrast of a text's colour with what is behind it, as WCAG 2.2 measures it (relative luminance).</summary>
internal static partial class Contrast
{
    /// <summary>Level AA for text of ordinary size (WCAG 1.4.3).</summary>
    public const double Least = 4.5;

    /// <summary>The contrast an inline style makes: 1 to 21; null when it names no colour in figures. White is behind when nothing else is said.</summary>
    public static double? Of(string style)
    {
        double? text = null, behind = null;
        foreach (Match match in Colour().Matches(style))
        {
            if (match.Groups["b"].Length > 0) behind = Luminance(match);
            else text = Luminance(match);
        }

        if (text is null && behind is null) return null;
        var (one, other) = (text ?? 0, behind ?? 1);
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(Match match)
    {
        double[] parts = match.Groups["h"] is { Length: > 0 } hex ? OfHex(hex.Value) :
            [.. match.Groups["r"].Captures.Select(c => Math.Min(255, int.Parse(c.ValueSpan, CultureInfo.InvariantCulture)) / 255.0)];
        double[] weights = [0.2126, 0.7152, 0.0722];
        return parts.Select((part, i) => weights[i] * (part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))).Sum();
    }

    private static double[] OfHex(string hex)
    {
        var wide = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        return [.. Enumerable.Range(0, 3).Select(n => 2 * n).Select(at => int.Parse(wide.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
    }

    [GeneratedRegex(@"(?<![\w-])(?<b>background(?:-color)?|)(?:(?<=background|background-color)|color)\s{0,5}:\s{0,5}(?:#(?<h>[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-fA-F])|rgb\(\s{0,5}(?<r>\d{1,3})\s{0,5},\s{0,5}(?<r>\d{1,3})\s{0,5},\s{0,5}(?<r>\d{1,3})\s{0,5}\))", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
