using System.IO.Compression;
using System.Net;
using System.Text;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>A chapter as a file of the electronic book.</summary>
public sealed record EpubChapter(string Title, string Html);

/// <summary>
/// Writes a book as EPUB 3.3: a zip of XHTML files, a contents list and a package file.
/// https://www.w3.org/TR/epub-33/
/// </summary>
public sealed class BookEpub(Book book, IReadOnlyList<EpubChapter> chapters, string publisher, string address, string style)
{
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file of the chapter with this number, counted from 1.</summary>
    public static string FileOf(int number, string anchor = "") => $"c{number}.xhtml" + (anchor.Length > 0 ? "#" + anchor : "");

    public byte[] Write()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create))
        {
            // The type comes first and uncompressed, so that the file tells what it is.
            Add(zip, "mimetype", "application/epub+zip", CompressionLevel.NoCompression);
            Add(zip, "META-INF/container.xml", Container);
            Add(zip, "book/package.opf", Package());
            Add(zip, "book/nav.xhtml", Navigation());
            Add(zip, "book/style.css", style);
            Add(zip, "book/cover.xhtml", Cover());
            for (var at = 0; at < chapters.Count; at++) Add(zip, "book/" + FileOf(at + 1), Chapter(chapters[at]));
        }

        return target.ToArray();
    }

    private const string Container = """
        <?xml version="1.0" encoding="utf-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
        </container>
        """;

    private string Package()
    {
        var items = Enumerable.Range(1, chapters.Count).ToList();
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="ja">
              <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:identifier id="id">urn:zaitaku:{Text(book.Id)}</dc:identifier>
                <dc:title>{Text(book.Title)}</dc:title>
                <dc:language>ja</dc:language>
                <dc:publisher>{Text(publisher)}</dc:publisher>
                {(book.EditionName is { } edition ? $"<meta property=\"schema:bookEdition\">{Text(edition)}</meta>" : "")}
                <dc:source>{Text(address)}</dc:source>
                <dc:description>{Text(book.Part.Lead?.Text ?? "")}</dc:description>
                <meta property="dcterms:modified">{(book.Updated ?? DateTime.UnixEpoch):yyyy-MM-ddTHH:mm:ssZ}</meta>
                <meta property="schema:accessMode">textual</meta>
                <meta property="schema:accessModeSufficient">textual</meta>
                <meta property="schema:accessibilityFeature">structuralNavigation</meta>
                <meta property="schema:accessibilityFeature">tableOfContents</meta>
                <meta property="schema:accessibilityFeature">rubyAnnotations</meta>
                <meta property="schema:accessibilityHazard">none</meta>
              </metadata>
              <manifest>
                <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
                <item id="style" href="style.css" media-type="text/css"/>
                <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
                {string.Concat(items.Select(n => $"""<item id="c{n}" href="{FileOf(n)}" media-type="application/xhtml+xml"/>"""))}
              </manifest>
              <spine><itemref idref="cover"/><itemref idref="nav"/>{string.Concat(items.Select(n => $"""<itemref idref="c{n}"/>"""))}</spine>
            </package>
            """;
    }

    private string Navigation() => Page(GuidesText.Contents, $"""
        <nav epub:type="toc" xmlns:epub="http://www.idpf.org/2007/ops"><h1>{GuidesText.Contents}</h1><ol>
        {string.Concat(chapters.Select((chapter, at) => $"""<li><a href="{FileOf(at + 1)}">{Text(chapter.Title)}</a></li>"""))}
        </ol></nav>
        """);

    private string Cover() => Page(book.Title, $"""
        <div class="cover"><h1>{Text(book.Title)}</h1><p>{Text(book.EditionName ?? "")}</p>{Edition()}<p>{Text(publisher)}</p><p>{Text(address)}</p></div>
        """);

    /// <summary>The day of the edition, and where what has changed since then is told.</summary>
    private string Edition() => book.LastEdition is not { } edition ? "" : $"""
        <p>{Text(edition.DayInWords)}</p>{(book.IsAmended ? $"<p>{Text(GuidesText.Amended)}</p>" : "")}
        <p>{Text(GuidesText.ChangedSinceYourCopy)}<br/><a href="{Text(address)}?since={edition.Number}">{Text(address)}?since={edition.Number}</a></p>
        """;

    private static string Chapter(EpubChapter chapter) =>
        Page(chapter.Title, $"<h1>{Text(chapter.Title)}</h1>{HtmlSanitizer.ToXhtml(chapter.Html)}");

    private static string Page(string title, string body) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ja" lang="ja">
        <head><meta charset="utf-8"/><title>{Text(title)}</title><link rel="stylesheet" href="style.css"/></head>
        <body>{body}</body>
        </html>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Add(ZipArchive zip, string name, string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = ZipEpoch;
        using var stream = entry.Open();
        stream.Write(new UTF8Encoding(false).GetBytes(text));
    }
}
