using System.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>Links with a safe address; of the others only the words remain.</summary>
internal sealed class SafeLinkRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage ? !SafeUrl.IsImage(link.Url) : !SafeUrl.IsLink(link.Url))
        {
            renderer.WriteChildren(link);
            return;
        }

        var prefix = ((TextRenderer)renderer).Context.IdPrefix;
        if (prefix.Length > 0 && link.Url is ['#', _, ..]) link.Url = "#" + prefix + link.Url[1..];
        Rel = SafeUrl.Rel(link.Url);
        base.Write(renderer, link);
    }
}

/// <summary>Addresses in angle brackets, by the same rule.</summary>
internal sealed class SafeAutolinkRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        Rel = obj.IsEmail ? null : SafeUrl.Rel(obj.Url);
        if (obj.IsEmail || SafeUrl.IsLink(obj.Url)) base.Write(renderer, obj);
        else renderer.WriteEscape(obj.Url);
    }
}

/// <summary>Line ends that are no space in Japanese vanish.</summary>
internal sealed class SilentBreakRenderer : LineBreakInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
    {
        if (!SoftBreak.IsSilent(obj)) base.Write(renderer, obj);
    }
}

/// <summary>The box of a checklist: it can be ticked, and nothing is sent anywhere.</summary>
internal sealed class CheckboxRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) =>
        renderer.Write(obj.Checked ? "<input type=\"checkbox\" checked>" : "<input type=\"checkbox\">");
}

internal sealed class RubyRenderer : HtmlObjectRenderer<RubyInline>
{
    protected override void Write(HtmlRenderer renderer, RubyInline obj)
    {
        var html = new StringBuilder();
        if (renderer.EnableHtmlForInline) Ruby.Append(html, obj.Word, obj.Reading, ((TextRenderer)renderer).Context);
        else MarkupWriter.AppendText(html, obj.Word);
        renderer.Write(html.ToString());
    }
}

/// <summary>A term: explained at its first use, plain text elsewhere.</summary>
internal sealed class TermRenderer : HtmlObjectRenderer<TermInline>
{
    protected override void Write(HtmlRenderer renderer, TermInline obj)
    {
        var html = new StringBuilder();
        if (obj.Explained is null || !renderer.EnableHtmlForInline) MarkupWriter.AppendText(html, obj.Text);
        else if (((TextRenderer)renderer).Context.ForPrint) AppendForPrint(html, obj);
        else AppendForScreen(html, obj, (TextRenderer)renderer);
        renderer.Write(html.ToString());
    }

    private static void AppendForPrint(StringBuilder html, TermInline term)
    {
        html.Append("<dfn class=\"term\">");
        MarkupWriter.AppendText(html, term.Text);
        html.Append("</dfn>");
        TermNote.AppendFootnote(html, term);
    }

    private static void AppendForScreen(StringBuilder html, TermInline term, TextRenderer renderer)
    {
        html.Append("<dfn class=\"term\"><a");
        MarkupWriter.AppendAttribute(html, "href", "#" + TermNote.Id(term, renderer.Context));
        html.Append('>');
        MarkupWriter.AppendText(html, term.Text);
        html.Append("</a></dfn>");
        renderer.ExplainLater(term);
    }
}
