using System.Collections.Frozen;

namespace Zaitaku.Cms.Text;

/// <summary>
/// What may stand in what, so that a browser's parser builds the very tree that is written. Stricter than HTML: in doubt, no.
/// </summary>
internal static class HtmlNesting
{
    // Elements that stand in certain others only.
    private static readonly FrozenDictionary<string, string[]> Parents = new Dictionary<string, string[]>
    {
        ["li"] = ["ul", "ol"],
        ["summary"] = ["details"],
        ["caption"] = ["table"],
        ["thead"] = ["table"],
        ["tbody"] = ["table"],
        ["tr"] = ["thead", "tbody"],
        ["th"] = ["tr"],
        ["td"] = ["tr"],
        ["rp"] = ["ruby"],
        ["rt"] = ["ruby"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small",
        "span", "strong", "sub", "sup", "time", "u", "var", "br", "img", "input", "wbr");

    // Blocks of running text: no block stands in them.
    private static readonly FrozenSet<string> Lines = FrozenSet.Create("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "caption");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "aside", "blockquote", "details", "div", "hr", "ol", "section", "table", "ul");

    // Inside these only elements stand, and white space.
    private static readonly FrozenSet<string> Structures = FrozenSet.Create("ol", "table", "tbody", "thead", "tr", "ul");

    /// <param name="open">The names of the open elements, outermost first.</param>
    public static bool Allows(List<string> open, string element)
    {
        var parent = open.Count > 0 ? open[^1] : "";
        if (Parents.TryGetValue(element, out var parents)) return parents.Contains(parent);
        if (Structures.Contains(parent)) return false;
        if (Inline.Contains(element)) return element != "a" || !open.Contains("a");
        return (Blocks.Contains(element) || Lines.Contains(element)) && !Inline.Contains(parent) && !Lines.Contains(parent);
    }

    public static bool AllowsText(List<string> open) => open.Count == 0 || !Structures.Contains(open[^1]);
}
