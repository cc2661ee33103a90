using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Zaitaku.Cms.Text;

/// <summary>
/// Bounds what a fragment can cost its parser, before it costs it. HTML's rules repeat every unclosed formatting element inside each new
/// block, and look through all open elements at each tag: 64 KB made for the purpose grow to gigabytes. The count errs upwards; it is
/// exact for markup that closes what it opens.
/// </summary>
internal sealed class ParseBudget
{
    private const int MaxClones = 200_000;
    private const int MaxSteps = 4_000_000;

    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr");

    // Inside one of these an end tag does not reach what was opened outside.
    private static readonly FrozenSet<string> Barriers = FrozenSet.Create(
        "annotation-xml", "applet", "caption", "desc", "foreignobject", "html", "marquee", "math", "mi", "mn", "mo", "ms", "mtext", "object",
        "select", "svg", "table", "td", "template", "th", "title");

    private readonly Stack<(string Barrier, Dictionary<string, int> Open)> _frames = new([("", [])]);
    private long _clones;
    private long _steps;
    private int _formatting;
    private int _open;

    /// <summary>Counts one token; throws <see cref="ParseBudgetException"/> when the parser would do too much.</summary>
    public void Spend(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.EndTag) Close(token.Name.ToLowerInvariant());
        else if (token.Type == HtmlTokenType.StartTag) Open(token.Name.ToLowerInvariant());
        _steps += _open;
        if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.Character) _clones += _formatting;
        if (_clones > MaxClones || _steps > MaxSteps) throw new ParseBudgetException();
    }

    private void Open(string name)
    {
        if (Void.Contains(name)) return;
        if (Barriers.Contains(name)) _frames.Push((name, []));
        var open = _frames.Peek().Open;
        open[name] = open.GetValueOrDefault(name) + 1;
        _open++;
        if (Formatting.Contains(name)) _formatting++;
    }

    private void Close(string name)
    {
        var (barrier, open) = _frames.Peek();
        if (open.GetValueOrDefault(name) == 0) return;
        open[name]--;
        _open--;
        if (Formatting.Contains(name)) _formatting--;
        if (barrier == name && _frames.Count > 1) Merge(_frames.Pop().Open);
    }

    private void Merge(Dictionary<string, int> left)
    {
        var open = _frames.Peek().Open;
        foreach (var (name, count) in left) open[name] = open.GetValueOrDefault(name) + count;
    }
}

/// <summary>The fragment would cost too much to parse.</summary>
internal sealed class ParseBudgetException() : Exception("The fragment would cost too much to parse.");
