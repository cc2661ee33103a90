using AngleSharp.Html.Parser;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>Turns the site's links in a text into links that still lead somewhere once the text has left the site.</summary>
/// <param name="inBook">Where a chapter of the book is, given its number and the anchor in it (which may be empty).</param>
/// <param name="baseUrl">The site's address, for links to the rest of it.</param>
public sealed class BookLinks(Book book, Func<int, string, string> inBook, string baseUrl)
{
    private static readonly HtmlParser Parser = new();

    public string Rewrite(string html)
    {
        using var document = Parser.ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var link in body.QuerySelectorAll("a[href^='/']")) link.SetAttribute("href", Target(link.GetAttribute("href")!));
        return body.InnerHtml;
    }

    /// <summary>For electronic books: boxes to tick become the sign that the book's own style draws.</summary>
    public string RewriteForReading(string html)
    {
        using var document = Parser.ParseDocument("");
        var body = document.Body!;
        body.InnerHtml = Rewrite(html);
        foreach (var label in body.QuerySelectorAll(".checklist label").ToList())
        {
            label.QuerySelector("input")?.Remove();
            label.Replace([.. label.ChildNodes]);
        }

        return body.InnerHtml;
    }

    private string Target(string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var path = (hash < 0 ? href : href[..hash]).Trim('/');
        var anchor = hash < 0 ? "" : href[(hash + 1)..];
        for (var at = 0; at < book.Chapters.Count; at++)
        {
            if (book.Chapters[at].Path == path) return inBook(at + 1, anchor);
        }

        return baseUrl + href;
    }
}
