using System.Globalization;
using System.Text;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>The explanation of a term: details to open on screen, a footnote on paper.</summary>
internal static class TermNote
{
    public static string Id(TermInline term, MarkdownContext context) =>
        context.IdPrefix + "term-" + term.Number.ToString(CultureInfo.InvariantCulture);

    public static void AppendDetails(StringBuilder html, TermInline term, MarkdownContext context)
    {
        html.Append("<details");
        MarkupWriter.AppendAttribute(html, "id", Id(term, context));
        html.Append(" class=\"term-note\"><summary>").Append(MarkupText.TermSummaryOpening);
        Ruby.Append(html, term.Explained!.Term, term.Explained.Reading, context);
        html.Append(MarkupText.TermSummaryClosing).Append("</summary>");
        foreach (var line in Lines(term.Explained))
        {
            html.Append("<p>");
            MarkupWriter.AppendText(html, line);
            html.Append("</p>");
        }

        html.Append("</details>");
    }

    public static void AppendFootnote(StringBuilder html, TermInline term)
    {
        html.Append("<span class=\"footnote\">");
        MarkupWriter.AppendText(html, term.Explained!.Term);
        html.Append(MarkupText.TermFootnoteColon);
        MarkupWriter.AppendText(html, string.Join(' ', Lines(term.Explained)));
        html.Append("</span>");
    }

    private static string[] Lines(GlossaryEntry entry) =>
        entry.Text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
