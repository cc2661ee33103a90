namespace Zaitaku.Cms.Text;

public static class HtmlText
{
    /// <summary>What a reader reads of a fragment of HTML, one block a line; empty for what is too long to be parsed.</summary>
    public static string Plain(string html) => HtmlFragment.Parse(HtmlSanitizer.Sanitize(html)) is { } nodes
        ? string.Join('\n', nodes.Select(node => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0))
        : "";
}
