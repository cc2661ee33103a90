namespace Zaitaku.Cms.Text;

/// <summary>
/// Makes anybody's HTML fit for our pages by an allow-list. The result is stable: sanitising it again changes nothing, so a browser
/// that parses it sees the very tree that was judged (no mutation).
/// </summary>
public static class HtmlSanitizer
{
    // Each pass parses what the last one wrote. Mended nesting settles in two or three; what does not settle is shown as text.
    private const int MaxPasses = 6;

    /// <summary>
    /// Clean HTML. A fragment that costs too much to parse or will not settle is answered as escaped text, never in part; when even that
    /// is longer than <see cref="HtmlFragment.MaxLength"/>, the answer is empty: forms must bound what they accept.
    /// </summary>
    public static string Sanitize(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return CleanHtml.Holds(html) ? html : Mended(html);
    }

    /// <summary>Clean HTML by way of the parser.</summary>
    internal static string Mended(string html)
    {
        var current = html;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            if (Written(current, xhtml: false) is not { } next) break;
            if (next == current) return current;
            current = next;
        }

        return html.Length <= HtmlFragment.MaxLength && MarkupWriter.Text(html) is { Length: <= HtmlFragment.MaxLength } text ? text : "";
    }

    /// <summary>The same clean fragment as well-formed XML, for an XHTML body: void elements closed, attributes with values.</summary>
    public static string ToXhtml(string html)
    {
        var clean = Sanitize(html);
        return Written(clean, xhtml: true) ?? clean;
    }

    private static string? Written(string html, bool xhtml)
    {
        if (HtmlFragment.Parse(html) is not { } nodes) return null;
        var writer = new CleanHtmlWriter(xhtml);
        writer.Write(nodes);
        return writer.ToString();
    }
}
