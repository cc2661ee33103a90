using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Zaitaku.Cms.Text;

/// <summary>Parses a piece of a page's body as a browser would, within bounds of size and nesting.</summary>
public static class HtmlFragment
{
    /// <summary>The longest fragment that is parsed, in UTF-16 code units.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>The deepest nesting; the parser lifts deeper elements to this level, and drops nothing.</summary>
    public const int MaxDepth = 100;

    /// <summary>The nodes of a fragment, or null when it is too long, would cost too much, or defeats the parser.</summary>
    internal static INodeList? Parse(string html)
    {
        if (html.Length > MaxLength) return null;
        var budget = new ParseBudget();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaxDepth,
            DisableElementPositionTracking = true,
            OnToken = (token, _) => budget.Spend(token),
        });
        try
        {
            return parser.ParseFragment(html, parser.ParseDocument("").Body!);
        }
        catch (Exception failure) when (failure is ParseBudgetException or NullReferenceException or InvalidOperationException)
        {
            // The parser itself fails on some malformed markup (found in the contents of select): such a fragment is refused as well.
            return null;
        }
    }
}
