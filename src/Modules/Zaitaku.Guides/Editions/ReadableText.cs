using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>What a piece of a text looks like to its reader.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    Item,
    Row,
}

/// <summary>A paragraph, a heading, an item of a list or a row of a table, in the words that stand on the page.</summary>
public sealed record ReadableBlock(BlockKind Kind, string Text);

/// <summary>What a chapter or a book says, as its reader reads it: no marks of Markdown, block by block.</summary>
public static class ReadableText
{
    private static readonly HtmlParser Parser = new();

    /// <summary>A chapter's notice and text; of a book what its cover page says, and a leaflet's text.</summary>
    public static IReadOnlyList<ReadableBlock> Of(ContentItem item)
    {
        var book = item.Get<BookPart>();
        var blocks = new List<ReadableBlock>();
        Add(blocks, BlockKind.Paragraph, item.Get<ChapterPart>()?.Notice?.Text);
        Add(blocks, BlockKind.Paragraph, book?.Lead?.Text);
        blocks.AddRange(OfMarkdown(item.Get<MarkdownBodyPart>()?.Markdown));
        foreach (var partner in book?.Partners?.Values ?? []) Add(blocks, BlockKind.Item, partner);
        blocks.AddRange(OfMarkdown(book?.Provenance?.Markdown));
        return blocks;
    }

    /// <summary>The same words, the same look: whether nothing has changed for a reader or in how it was written.</summary>
    public static bool Same(ContentItem before, ContentItem after) => before.DisplayText == after.DisplayText && Written(before).SequenceEqual(Written(after));

    /// <summary>Everything that is printed, as it was written: a link that leads elsewhere is a change too.</summary>
    private static IEnumerable<string?> Written(ContentItem item)
    {
        var book = item.Get<BookPart>();
        return [item.Get<ChapterPart>()?.Notice?.Text, item.Get<MarkdownBodyPart>()?.Markdown, book?.Lead?.Text, book?.Provenance?.Markdown, .. book?.Partners?.Values ?? []];
    }

    public static IReadOnlyList<ReadableBlock> OfMarkdown(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return [];
        // As on paper: readings stand in brackets, notes have no way back. Words of the glossary are explained elsewhere and change on their own.
        var html = MarkdownText.Render(markdown, new MarkdownContext { ForPrint = true }).Html;
        using var document = Parser.ParseDocument("");
        document.Body!.InnerHtml = html;
        var reader = new BlockReader();
        reader.Read(document.Body, BlockKind.Paragraph);
        return reader.Finish();
    }

    private static void Add(List<ReadableBlock> blocks, BlockKind kind, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) blocks.Add(new(kind, text.Trim()));
    }

    /// <summary>Walks through a page's tree and cuts it where a reader sees a new line.</summary>
    private sealed class BlockReader
    {
        private readonly List<ReadableBlock> blocks = [];
        private readonly StringBuilder line = new();

        public void Read(INode node, BlockKind kind)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text) line.Append(text.Data);
                else if (child is IElement element) ReadElement(element, kind);
            }
        }

        public List<ReadableBlock> Finish()
        {
            Close(BlockKind.Paragraph);
            return blocks;
        }

        private void ReadElement(IElement element, BlockKind kind)
        {
            switch (element.LocalName)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Block(element, kind, BlockKind.Heading);
                    break;
                case "li":
                    Block(element, kind, BlockKind.Item);
                    break;
                case "tr":
                    Block(element, kind, BlockKind.Row);
                    break;
                case "p" or "div" or "ul" or "ol" or "table" or "caption" or "blockquote" or "aside" or "section" or "pre" or "dl" or "dt" or "dd" or "figure" or "figcaption" or "hr":
                    Block(element, kind, kind);
                    break;
                case "td" or "th":
                    if (line.ToString().Trim().Length > 0) line.Append(GuidesText.CellMark);
                    Read(element, kind);
                    break;
                case "br":
                    line.Append(' ');
                    break;
                case "img":
                    line.Append(GuidesText.Picture(element.GetAttribute("alt") ?? ""));
                    break;
                case "input":
                    line.Append(GuidesText.BoxMark);
                    break;
                default:
                    Read(element, kind);
                    break;
            }
        }

        private void Block(IElement element, BlockKind outer, BlockKind inner)
        {
            Close(outer);
            Read(element, inner);
            Close(inner);
        }

        private void Close(BlockKind kind)
        {
            var text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            line.Clear();
            if (text.Length > 0) blocks.Add(new(kind, text));
        }
    }
}
