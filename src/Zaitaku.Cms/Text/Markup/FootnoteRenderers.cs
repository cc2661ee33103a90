using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>The author's notes at the end of a text, each with a way back.</summary>
internal sealed class FootnotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        var prefix = ((TextRenderer)renderer).Context.IdPrefix;
        renderer.EnsureLine();
        renderer.WriteLine("<section class=\"footnotes\"><ol>");
        foreach (var footnote in obj.Cast<Footnote>())
        {
            renderer.Write($"<li id=\"{prefix}fn-{footnote.Order}\">");
            renderer.WriteChildren(footnote);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol></section>");
    }
}

/// <summary>The mark 注1 in the text, and the link back from the note.</summary>
internal sealed class FootnoteReferenceRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var context = ((TextRenderer)renderer).Context;
        var prefix = context.IdPrefix;
        // Paper has no way back to follow.
        if (obj.IsBackLink && context.ForPrint) return;
        renderer.Write(obj.IsBackLink
            ? $" <a class=\"footnote-back\" href=\"#{prefix}fnref-{obj.Index}\">{MarkupText.FootnoteReturn}</a>"
            : $"<sup class=\"footnote-ref\"><a id=\"{prefix}fnref-{obj.Index}\" href=\"#{prefix}fn-{obj.Footnote.Order}\">"
                + $"{MarkupText.FootnoteMark}{obj.Footnote.Order}</a></sup>");
    }
}
