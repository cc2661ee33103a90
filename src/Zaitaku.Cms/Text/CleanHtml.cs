using System.Buffers;

namespace Zaitaku.Cms.Text;

/// <summary>
/// Tells HTML that is clean already by reading it once from left to right. What our own renderers write is, so the parser of foreign HTML, with
/// its memory and its time, is not needed where nobody but they wrote. It says no wherever it is in doubt.
/// </summary>
internal ref struct CleanHtml
{
    // Far below where the parser begins to lift elements.
    private const int MaxDepth = 50;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly List<string> _open = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ReadOnlySpan<char> _rest;

    private CleanHtml(string html) => _rest = html;

    /// <summary>
    /// Whether the parser would build the very tree that is written, and the sanitiser keep all of it. It would write the same, but for
    /// <c>&amp;quot;</c> in running text and the <c> /></c> of elements without content.
    /// </summary>
    public static bool Holds(string html) => html.Length <= HtmlFragment.MaxLength && new CleanHtml(html).Read();

    private bool Read()
    {
        while (_rest.Length > 0)
        {
            if (!(_rest[0] == '<' ? ReadTag() : ReadText())) return false;
        }

        return _open.Count == 0;
    }

    private bool ReadText()
    {
        var length = _rest.IndexOf('<');
        var text = Take(length < 0 ? _rest.Length : length);
        // The parser swallows a line end at the beginning of a pre; whether one is meant is left to it.
        if (_open is [.., "pre"] && text[0] == '\n') return false;
        return MarkupWriter.IsWritten(text) && (HtmlNesting.AllowsText(_open) || !text.ContainsAnyExcept(" \t\n"));
    }

    private bool ReadTag()
    {
        Take(1);
        var isEnd = Skip('/');
        var name = TakeName();
        if (isEnd)
        {
            if (_open.Count == 0 || _open[^1] != name) return false;
            _open.RemoveAt(_open.Count - 1);
            return Skip('>');
        }

        if (!HtmlAllowList.Allows(name) || !HtmlNesting.Allows(_open, name) || !ReadAttributes(name)) return false;
        if (!HtmlAllowList.IsVoid(name)) _open.Add(name);
        return _open.Count <= MaxDepth;
    }

    /// <summary>Reads up to the end of the tag.</summary>
    private bool ReadAttributes(string element)
    {
        if (Skip('>')) return element != "input";
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Skip(' '))
        {
            if (HtmlAllowList.IsVoid(element) && Skip('/')) break;
            var name = TakeName();
            if (!HtmlAllowList.Allows(element, name) || TakeValue(name) is not { } value || !attributes.TryAdd(name, value)) return false;
            if (name != "rel" && HtmlAttributeRules.Value(element, name, value) != value) return false;
        }

        return Skip('>') && (element != "input" || attributes.ContainsKey("type")) && (!attributes.TryGetValue("id", out var id) || _ids.Add(id))
            && attributes.GetValueOrDefault("rel") == (element == "a" ? SafeUrl.Rel(attributes.GetValueOrDefault("href")) : null);
    }

    private string? TakeValue(string name)
    {
        if (name is "checked" or "open" or "reversed") return name;
        if (!Skip('=') || !Skip('"')) return null;
        var length = _rest.IndexOf('"');
        if (length < 0) return null;
        var written = Take(length);
        Take(1);
        return MarkupWriter.IsWritten(written) ? MarkupWriter.Read(written) : null;
    }

    private string TakeName()
    {
        var length = _rest.IndexOfAnyExcept(NameLetters);
        return Take(length < 0 ? _rest.Length : length).ToString();
    }

    private bool Skip(char letter)
    {
        if (_rest.IsEmpty || _rest[0] != letter) return false;
        Take(1);
        return true;
    }

    private ReadOnlySpan<char> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
