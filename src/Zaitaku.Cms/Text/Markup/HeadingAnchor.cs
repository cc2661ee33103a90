using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>The id an author gives a heading: <c>## 見出し {#anchor}</c>.</summary>
internal static class HeadingAnchor
{
    private const int MaxLength = 100;

    /// <summary>Takes the anchor off the end of a heading's line; one that is not well formed stays in the text, and is reported.</summary>
    public static bool TryParse(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        // Closing # may stand after the anchor: ## 見出し {#anchor} ##
        var text = line.AsSpan().TrimEnd(" \t").TrimEnd('#').TrimEnd(" \t");
        var opening = text[Math.Max(0, text.Length - MaxLength)..].LastIndexOf("{#");
        if (opening < 0 || text[^1] != '}' || block is not HeadingBlock heading) return false;
        opening += Math.Max(0, text.Length - MaxLength);
        var id = text[(opening + 2)..^1];
        if (!IsId(id)) return false;
        heading.GetAttributes().Id = id.ToString();
        line.End = line.Start + text[..opening].TrimEnd(" \t\u3000").Length - 1;
        return true;
    }

    private static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var letter in id)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        return id.Length > 0 && char.IsAsciiLetter(id[0]);
    }
}
