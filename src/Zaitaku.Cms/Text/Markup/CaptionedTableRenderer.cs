using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>Tables that scroll by themselves on a telephone, with their caption, and with headers that name their columns.</summary>
internal sealed class CaptionedTableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-scroll\"><table>");
        if (TableCaption.Of(obj) is { } caption)
        {
            renderer.Write("<caption>");
            renderer.WriteLeafInline(caption);
            renderer.Write("</caption>");
        }

        WriteRows(renderer, obj, header: true, "thead");
        WriteRows(renderer, obj, header: false, "tbody");
        renderer.WriteLine("</table></div>");
    }

    private static void WriteRows(HtmlRenderer renderer, Table table, bool header, string section)
    {
        var rows = table.OfType<TableRow>().Where(row => row.IsHeader == header).ToList();
        if (rows.Count == 0) return;
        renderer.Write($"<{section}>");
        foreach (var row in rows)
        {
            renderer.Write("<tr>");
            for (var i = 0; i < row.Count; i++) WriteCell(renderer, table, (TableCell)row[i], i, header);
            renderer.Write("</tr>");
        }

        renderer.Write($"</{section}>");
    }

    private static void WriteCell(HtmlRenderer renderer, Table table, TableCell cell, int column, bool header)
    {
        renderer.Write(header ? "<th scope=\"col\"" : "<td").Write(Alignment(table, column));
        if (cell.ColumnSpan > 1) renderer.Write(string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\""));
        renderer.Write('>');
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.Write(header ? "</th>" : "</td>");
    }

    private static string Alignment(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Right => " class=\"align-right\"",
            TableColumnAlign.Center => " class=\"align-center\"",
            _ => "",
        };
}
