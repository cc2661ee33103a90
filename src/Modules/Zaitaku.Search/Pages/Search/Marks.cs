using Microsoft.AspNetCore.Html;
using Zaitaku.Search.Results;

namespace Zaitaku.Search.Pages.Search;

/// <summary>A passage with its words marked: no space between them, for there is none in the text.</summary>
public static class Marks
{
    public static IHtmlContent Of(IReadOnlyList<SnippetPiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece.IsMarked) html.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            else html.Append(piece.Text);
        }

        return html;
    }
}
