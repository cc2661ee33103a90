using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Zaitaku.Cms.Text.Markup;

/// <summary>A paragraph that begins 表: and stands right above a table is that table's caption.</summary>
internal static class TableCaption
{
    private static readonly object Key = new();

    public static ParagraphBlock? Of(Table table) => table.GetData(Key) as ParagraphBlock;

    public static void Attach(ContainerBlock container, int depth = 0)
    {
        NestingLimit.Check(depth);
        for (var i = container.Count - 1; i >= 0; i--)
        {
            if (container[i] is Table table) TakeFrom(container, i - 1, table);
            else if (container[i] is ContainerBlock inner) Attach(inner, depth + 1);
            i = Math.Min(i, container.Count);
        }
    }

    private static void TakeFrom(ContainerBlock container, int above, Table table)
    {
        if (above < 0 || container[above] is not ParagraphBlock { Inline.FirstChild: LiteralInline literal } paragraph) return;
        var content = literal.Content;
        var opening = Array.Find(MarkupText.CaptionOpenings, words => content.AsSpan().StartsWith(words));
        if (opening is null) return;
        content.Start += opening.Length;
        content.TrimStart();
        literal.Content = content;
        container.RemoveAt(above);
        table.SetData(Key, paragraph);
    }
}
