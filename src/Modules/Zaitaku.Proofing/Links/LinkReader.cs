using System.Net;
using System.Text.RegularExpressions;
using Zaitaku.Proofing.Structure;

namespace Zaitaku.Proofing.Links;

/// <summary>A link in a text.</summary>
/// <param name="Words">What it reads, without tags; null when a picture or the bare address is the link.</param>
internal sealed record FoundLink(int Start, int Length, string Url, string? Words);

/// <summary>Finds the links of Markdown and HTML at their places.</summary>
internal static partial class LinkReader
{
    private const int MaxWords = 1000;

    public static IEnumerable<FoundLink> Read(ItemText text) => text.Kind switch
    {
        TextKind.Markdown => MarkdownLink().Matches(text.Text).Select(OfMarkdown).Concat(BareLink().Matches(text.Text).Select(OfBare)),
        TextKind.Html => OfHtml(text.Text),
        _ => [],
    };

    private static FoundLink OfMarkdown(Match match)
    {
        var words = match.Groups["w"].Value;
        return new(match.Index, match.Length, match.Groups["u"].Value, words.Contains("![", StringComparison.Ordinal) ? null : words);
    }

    private static FoundLink OfBare(Match match) => new(match.Index, match.Length, match.Groups["u"].Value, null);

    private static IEnumerable<FoundLink> OfHtml(string html)
    {
        (HtmlTag Tag, string Words, int From, bool HasPicture)? open = null;
        foreach (var tag in HtmlTag.Read(html))
        {
            if (open is { } link)
            {
                link = (link.Tag, link.Words.Length > MaxWords ? link.Words : link.Words + html[link.From..tag.Start], tag.End, link.HasPicture || tag.Name == "img");
                open = link;
                if (tag is { Name: "a", IsEnd: true })
                {
                    yield return new(link.Tag.Start, tag.End - link.Tag.Start, link.Tag.Attribute("href")!, link.HasPicture ? null : WebUtility.HtmlDecode(link.Words));
                    open = null;
                }
            }

            if (tag is { Name: "a", IsEnd: false } && tag.Attribute("href") is not null) open = (tag, "", tag.End, false);
        }
    }

    /// <summary>Nothing is tried twice (<c>?&gt;</c>): a text of brackets over and over is read in one go.</summary>
    [GeneratedRegex(@"(?<!!)\[(?<w>(?>(?:[^\[\]\n]|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)){0,200}))\]\((?>\s{0,5}<?)(?<u>(?>[^)\s>]{0,2000}))(?>[^)\n]{0,300})\)")]
    private static partial Regex MarkdownLink();

    /// <summary>An address in angle brackets that stands for itself, not in the parentheses of a link.</summary>
    [GeneratedRegex(@"(?<!\()<(?<u>(?:https?|mailto):[^\s<>]{1,2000})>")]
    private static partial Regex BareLink();
}
