using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A line end inside a Japanese paragraph is no space: browsers would show one in the middle of a sentence.</summary>
internal static class SoftBreak
{
    public static bool IsSilent(LineBreakInline lineBreak) =>
        !lineBreak.IsHard && IsWide(lineBreak.PreviousSibling, fromEnd: true) && IsWide(lineBreak.NextSibling, fromEnd: false);

    private static bool IsWide(Inline? inline, bool fromEnd)
    {
        while (inline is ContainerInline container) inline = fromEnd ? container.LastChild : container.FirstChild;
        var text = inline switch
        {
            LiteralInline literal => literal.Content.AsSpan(),
            TermInline term => term.Text,
            RubyInline ruby => ruby.Word,
            _ => default,
        };
        return text.Length > 0 && JapaneseLetters.IsWide(fromEnd ? text[^1] : text[0]);
    }
}
