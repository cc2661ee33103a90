using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A reference to the glossary: <c>[[訪問看護]]</c> or, with other words shown, <c>[[訪問看護|訪問看護師]]</c>.</summary>
internal sealed class TermInline(string key, string text) : LeafInline
{
    public string Key => key;

    public string Text => text;

    /// <summary>The entry to explain here; null where the reference is plain text (unknown, not the first use, or not running text).</summary>
    public GlossaryEntry? Explained { get; set; }

    /// <summary>Counts the explained terms of a text from 1.</summary>
    public int Number { get; set; }
}

/// <summary>Recognises glossary references on one line.</summary>
internal sealed class TermParser : InlineParser
{
    private const int MaxLength = 160;

    public TermParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        text = text[..Math.Min(text.Length, MaxLength)];
        if (text is not ['[', '[', ..]) return false;
        var end = text.IndexOf("]]");
        if (end < 3 || text[2..end].IndexOfAny("[]\n\r") >= 0) return false;
        var content = text[2..end];
        var bar = content.IndexOf('|');
        var key = (bar < 0 ? content : content[..bar]).Trim().ToString();
        var shown = (bar < 0 ? content : content[(bar + 1)..]).Trim().ToString();
        if (key.Length == 0 || shown.Length == 0) return false;
        processor.Inline = new TermInline(key, shown) { Line = processor.LineIndex };
        slice.Start += end + 2;
        return true;
    }
}
