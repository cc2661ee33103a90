using System.Collections.Frozen;

namespace Zaitaku.Cms.Text;

/// <summary>The elements, attributes and classes that editors' HTML may use. All else is unwrapped or dropped.</summary>
internal static class HtmlAllowList
{
    private static readonly FrozenDictionary<string, string[]> Elements = new Dictionary<string, string[]>
    {
        ["a"] = ["href", "hreflang", "rel", "id"],
        ["aside"] = ["role", "aria-label"],
        ["blockquote"] = ["cite"],
        ["col"] = ["span"],
        ["colgroup"] = ["span"],
        ["data"] = ["value"],
        ["del"] = ["datetime"],
        ["details"] = ["id", "open"],
        ["h1"] = ["id"],
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["h5"] = ["id"],
        ["h6"] = ["id"],
        ["img"] = ["src", "alt", "width", "height", "loading"],
        ["input"] = ["type", "checked"],
        ["ins"] = ["datetime"],
        ["li"] = ["value", "id"],
        ["ol"] = ["start", "reversed", "type"],
        ["q"] = ["cite"],
        ["rp"] = ["aria-hidden"],
        ["rt"] = ["aria-hidden"],
        ["td"] = ["colspan", "rowspan"],
        ["th"] = ["colspan", "rowspan", "scope"],
        ["time"] = ["datetime"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        "abbr", "address", "b", "bdi", "bdo", "br", "caption", "cite", "code", "dd", "dfn", "div", "dl", "dt", "em", "figcaption",
        "figure", "hr", "i", "kbd", "label", "mark", "p", "pre", "ruby", "s", "samp", "section", "small", "span", "strong", "sub",
        "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u", "ul", "var", "wbr");

    // What stands inside these is not running text: code, other languages of markup, or the label of a control.
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        "applet", "audio", "base", "canvas", "embed", "frame", "frameset", "head", "iframe", "link", "listing", "math", "meta", "noembed",
        "noframes", "noscript", "object", "param", "plaintext", "script", "select", "source", "style", "svg", "template", "textarea",
        "title", "track", "video", "xmp");

    private static readonly FrozenSet<string> Void = FrozenSet.Create("br", "col", "hr", "img", "input", "wbr");

    private static readonly FrozenSet<string> Classes = FrozenSet.Create(
        "align-center", "align-right", "callout", "callout-caution", "callout-important", "callout-note", "callout-tip", "callout-title",
        "callout-warning", "checklist", "footnote", "footnote-back", "footnote-ref", "footnotes", "lead", "table-scroll", "term",
        "term-note", "terms");

    public static bool Allows(string element) => Plain.Contains(element) || Elements.ContainsKey(element);

    public static bool Drops(string element) => Dropped.Contains(element);

    public static bool IsVoid(string element) => Void.Contains(element);

    public static bool IsClass(string name) => Classes.Contains(name);

    public static bool Allows(string element, string attribute) =>
        attribute is "class" or "lang" or "dir" or "title" || (Elements.TryGetValue(element, out var own) && own.Contains(attribute));
}
