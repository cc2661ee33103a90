using System.Net;
using System.Text.RegularExpressions;

namespace Zaitaku.Proofing.Structure;

/// <summary>A tag of an HTML text at its place.</summary>
internal sealed partial record HtmlTag(int Start, int Length, string Name, bool IsEnd, string Attributes)
{
    /// <summary>The longest tag that is taken for one. What is longer, or never closed, is text.</summary>
    private const int MaxLength = 8000;

    public int End => Start + Length;

    /// <summary>1 to 6 for the beginning of a heading, 0 for anything else.</summary>
    public int HeadingLevel => !IsEnd && Name.Length == 2 && Name[0] == 'h' && Name[1] is >= '1' and <= '6' ? Name[1] - '0' : 0;

    /// <summary>The tags in their order. Written by hand: a pattern would go back and forth over texts made to be slow.</summary>
    public static IEnumerable<HtmlTag> Read(string html)
    {
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (ReadOne(html, at) is not { } tag) continue;
            yield return tag;
            at = tag.End - 1;
        }
    }

    /// <summary>The attribute's value, or null when the tag has no such attribute.</summary>
    public string? Attribute(string name)
    {
        foreach (Match match in AttributePattern().Matches(Attributes))
        {
            if (match.Groups["n"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) return WebUtility.HtmlDecode(match.Groups["v"].Value);
        }

        return null;
    }

    private static HtmlTag? ReadOne(string html, int start)
    {
        var isEnd = start + 1 < html.Length && html[start + 1] == '/';
        var from = start + (isEnd ? 2 : 1);
        var nameEnd = from;
        while (nameEnd < html.Length && char.IsAsciiLetterOrDigit(html[nameEnd])) nameEnd++;
        if (nameEnd == from || !char.IsAsciiLetter(html[from]) || EndOf(html, nameEnd, start + MaxLength) is not { } end) return null;
        return new(start, end - start + 1, html[from..nameEnd].ToLowerInvariant(), isEnd, html[nameEnd..end]);
    }

    /// <summary>Where the tag closes, outside quotes; null when another begins first.</summary>
    private static int? EndOf(string html, int from, int limit)
    {
        var quote = '\0';
        for (var i = from; i < Math.Min(html.Length, limit); i++)
        {
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'') quote = html[i];
            else if (html[i] == '>') return i;
            else if (html[i] == '<') return null;
        }

        return null;
    }

    [GeneratedRegex(@"(?<n>[a-zA-Z-]{1,40})(?:\s{0,5}=\s{0,5}(?:""(?<v>[^""]*)""|'(?<v>[^']*)'|(?<v>[^\s""'>]+)))?")]
    private static partial Regex AttributePattern();
}
