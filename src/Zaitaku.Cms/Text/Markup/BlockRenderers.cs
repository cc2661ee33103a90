using Markdig.Extensions.Alerts;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A paragraph, and after it the explanations of its terms.</summary>
internal sealed class RunningParagraphRenderer : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        base.Write(renderer, obj);
        if (!renderer.ImplicitParagraph) ((TextRenderer)renderer).WriteExplanations();
    }
}

/// <summary>Callouts: <c>aside.callout</c> with a title of ours; an unknown kind is shown as a note, and has been reported.</summary>
internal sealed class CalloutRenderer : HtmlObjectRenderer<AlertBlock>
{
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        var kind = obj.Kind.ToString().ToUpperInvariant();
        var title = MarkupText.CalloutTitle(kind) ?? MarkupText.CalloutTitle(kind = "NOTE");
        var style = kind.ToLowerInvariant();
        renderer.EnsureLine();
        renderer.WriteLine($"<aside class=\"callout callout-{style}\" role=\"note\"><p class=\"callout-title\">{title}</p>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</aside>");
    }
}

/// <summary>Lists; one with boxes to tick is <c>ul.checklist</c>, where the first line of an item is the label of its box.</summary>
internal sealed class ChecklistRenderer : ListRenderer
{
    protected override void Write(HtmlRenderer renderer, ListBlock listBlock)
    {
        var text = (TextRenderer)renderer;
        text.OpenLists++;
        if (listBlock.Any(item => HasBox((ListItemBlock)item))) WriteChecklist(renderer, listBlock);
        else base.Write(renderer, listBlock);
        text.OpenLists--;
        text.WriteExplanations();
    }

    private static bool HasBox(ListItemBlock item) => item is [ParagraphBlock { Inline.FirstChild: TaskList }, ..];

    private static void WriteChecklist(HtmlRenderer renderer, ListBlock list)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<ul class=\"checklist\">");
        foreach (var item in list.Cast<ListItemBlock>())
        {
            renderer.Write("<li>");
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            if (HasBox(item)) WriteBox(renderer, item);
            else renderer.WriteChildren(item);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ul>");
    }

    private static void WriteBox(HtmlRenderer renderer, ListItemBlock item)
    {
        var line = ((ParagraphBlock)item[0]).Inline!;
        renderer.Write("<label>");
        renderer.Write(line.FirstChild!);
        renderer.Write(" <span>");
        // One element beside the box, so that a line with links or readings in it stays one column.
        foreach (var inline in line.Skip(1))
        {
            if (inline is LiteralInline literal && inline.PreviousSibling is TaskList) literal.Content.TrimStart();
            renderer.Write(inline);
        }

        renderer.Write("</span></label>");
        renderer.ImplicitParagraph = false;
        foreach (var block in item.Skip(1)) renderer.Write(block);
    }
}
