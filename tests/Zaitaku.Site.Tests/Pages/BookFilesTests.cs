using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Books to take along, looked at with the tools that know such files: poppler's and epubcheck. The gate installs them.</summary>
public sealed partial class BookFilesTests(PrintingSite printing) : IClassFixture<PrintingSite>
{
    /// <summary>Debian's epubcheck is an archive that only some shells can run.</summary>
    private const string EpubCheck = "/usr/share/java/epubcheck.jar";

    /// <summary>A reader of QR codes, which npm installs with the tools of the theme.</summary>
    private static string JsQr => Path.Combine(Architecture.Sources.Root, "src", "Themes", "Zaitaku.Theme", "node_modules", "jsqr", "dist", "jsQR.js");

    public static TheoryData<string> Books => [.. SamplePages.Books];

    [Theory, MemberData(nameof(Books))]
    public async Task The_pdf_is_made_soon_after_the_start_and_is_tagged(string book)
    {
        var file = await printing.PdfAsync(book);
        var info = await RunAsync("pdfinfo", file);
        var title = (await printing.Site.PageAsync(book)).QuerySelector("h1")!.TextContent.Trim();
        Assert.Matches($@"Title:\s+{Regex.Escape(title)}\n", info);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Page size:.*A4", info);
        Assert.Matches(@"<pdfuaid:part[^>]*>1</pdfuaid:part>|pdfuaid:part=""1""", await RunAsync("pdfinfo", "-meta", file));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_pdf_holds_the_whole_book(string book)
    {
        var text = Packed(await RunAsync("pdftotext", "-layout", await printing.PdfAsync(book), "-"));
        var page = await printing.Site.PageAsync(book + "/print");
        Assert.Contains(Packed(page.QuerySelector("h1")!.TextContent), text, StringComparison.Ordinal);
        Assert.Contains(Packed(page.QuerySelector(".colophon dd")!.TextContent), text, StringComparison.Ordinal);
        foreach (var note in page.QuerySelectorAll(".footnote").ToList()) note.Remove();
        // A note leaves its mark behind in the running text.
        text = Regex.Replace(text, "注[0-9]+", "");
        foreach (var chapter in page.QuerySelectorAll(".book-chapter"))
        {
            var first = Packed(chapter.QuerySelector(".prose p")!.TextContent);
            Assert.Contains(first[..Math.Min(12, first.Length)], text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_pdf_is_read_in_the_order_of_the_book_and_without_running_heads(string book)
    {
        // The style adds where links lead, the calls of notes, and the numbers of points and pages, which are shorter than any running head.
        var read = AddedByStyle().Replace((await StructureAsync(book)).Words, "");
        const int longestNumber = 5;
        var page = Book(await printing.Site.PageAsync(book + "/print"));
        foreach (var note in page.QuerySelectorAll(".footnote").ToList()) note.Remove();
        var at = 0;
        foreach (var words in page.Descendants<IText>().Select(text => Packed(text.Data)).Where(words => words.Length > 0))
        {
            var found = read.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= at && found <= at + longestNumber, $"Not read: {words}. There stands: {read[at..Math.Min(at + 80, read.Length)]}");
            at = found + words.Length;
        }

        Assert.Equal("", read[at..]);
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_headings_of_the_pdf_are_those_of_the_book_and_skip_no_level(string book)
    {
        var headings = (await StructureAsync(book)).Of("H1", "H2", "H3", "H4", "H5", "H6").ToList();
        var page = Book(await printing.Site.PageAsync(book + "/print"));
        Assert.Equal(page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => $"{h.TagName} {Packed(h.TextContent)}"), headings.Select(h => $"{h.Role} {h.Words}"));
        var levels = headings.Select(heading => heading.Role[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, "A level is skipped."));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task Lists_tables_and_notes_of_the_pdf_are_whole(string book)
    {
        var structure = await StructureAsync(book);
        var page = Book(await printing.Site.PageAsync(book + "/print"));
        AssertAsMany("ul, ol, dl", "L");
        AssertAsMany("li, dt", "LI");
        AssertAsMany("li, dd", "LBody");
        AssertAsMany("table", "Table");
        AssertAsMany("caption", "Caption");
        AssertAsMany("tr", "TR");
        AssertAsMany("td", "TD");
        AssertAsMany("th", "TH");
        AssertAsMany("span.footnote", "Note");
        Assert.All(structure.Of("TH"), heading => Assert.Contains(heading.Lines, line => line is "/Scope /Column" or "/Scope /Row"));

        void AssertAsMany(string elements, string role) => Assert.Equal((role, page.QuerySelectorAll(elements).Length), (role, structure.Of(role).Count()));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task Links_and_pictures_of_the_pdf_are_told_in_words_and_links_are_not_hidden(string book)
    {
        var structure = await StructureAsync(book);
        var page = Book(await printing.Site.PageAsync(book + "/print"));
        Assert.Equal(page.QuerySelectorAll("a[href]").Length, structure.Of("Link").Count());
        Assert.All(structure.Of("Link"), link => Assert.Contains(link.Lines, line => line.StartsWith("Object ", StringComparison.Ordinal)));
        Assert.Single(structure.Of("Figure"));
        // WeasyPrint of the gate packs only streams: the entries of links and elements can be read as they are.
        var entries = await File.ReadAllTextAsync(await printing.PdfAsync(book), Encoding.Latin1);
        Assert.Contains($"/Alt {PdfWords(page.QuerySelector("svg.qr")!.GetAttribute("aria-label")!)}", entries, StringComparison.Ordinal);
        var links = Regex.Matches(entries, @"/Subtype /Link\b.*?endobj", RegexOptions.Singleline).Where(link => link.Value.Contains("/StructParent ", StringComparison.Ordinal)).ToList();
        Assert.All(page.QuerySelectorAll("a[href]"), shown => Assert.Contains(links, link => link.Value.Contains($"/Contents {PdfWords(shown.TextContent)}\n", StringComparison.Ordinal)));
        Assert.All(links, link => Assert.Contains("/F 4\n", link.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/guides/acp"), InlineData("/handbooks/nyutaiin"), InlineData("/handbooks/ohitorisama")]
    public async Task The_pdf_has_a_contents_list_with_page_numbers_and_bookmarks(string book)
    {
        var file = await printing.PdfAsync(book);
        var lines = (await RunAsync("pdftotext", "-layout", "-f", "2", "-l", "3", file, "-")).Split('\n').Select(Packed).ToList();
        var titles = (await printing.Site.PageAsync(book)).QuerySelectorAll(".chapters ol a").Select(link => Packed(link.TextContent)).ToList();
        Assert.All(titles, title => Assert.Contains(lines, line => Regex.IsMatch(line, Regex.Escape(title) + @"\W*[0-9]+$")));
        var structure = Packed(await RunAsync("pdftohtml", "-xml", "-stdout", "-i", file));
        var outline = structure[structure.IndexOf("<outline>", StringComparison.Ordinal)..];
        Assert.All(titles, title => Assert.Contains(title, WebUtility.HtmlDecode(outline), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_code_in_the_pdf_leads_to_what_has_changed_since_the_edition_on_its_cover(string book)
    {
        var file = await printing.PdfAsync(book);
        var page = await printing.Site.PageAsync(book + "/print");
        var address = page.QuerySelector(".copy-address")!.TextContent.Trim();
        Assert.StartsWith(printing.Site.Address, address, StringComparison.Ordinal);
        var text = Packed(await RunAsync("pdftotext", file, "-"));
        Assert.Contains(Packed(page.QuerySelector(".cover-edition")!.TextContent), text, StringComparison.Ordinal);
        Assert.Contains("2026年（令和8年）11月1日", text, StringComparison.Ordinal);
        Assert.Contains(Packed(address), text, StringComparison.Ordinal);
        var last = Regex.Match(await RunAsync("pdfinfo", file), @"Pages:\s+(\d+)").Groups[1].Value;
        var picture = Path.ChangeExtension(file, null);
        await RunAsync("pdftoppm", "-r", "150", "-f", last, "-l", last, "-singlefile", file, picture);
        Assert.Equal(address, (await RunAsync("node", Path.Combine(AppContext.BaseDirectory, "Pages", "read-qr.mjs"), JsQr, picture + ".ppm")).Trim());
        using var answer = await printing.Site.Visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_book_page_offers_the_pdf_once_it_is_made()
    {
        await printing.PdfAsync("/guides/acp");
        Assert.NotNull((await printing.Site.PageAsync("/guides/acp")).QuerySelector(".downloads a[href='/guides/acp.pdf']"));
        using var part = await printing.Site.Visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/guides/acp.pdf") { Headers = { Range = new(0, 3) } });
        Assert.True(part.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.OK);
        Assert.Equal("application/pdf", part.Content.Headers.ContentType?.MediaType);
    }

    [Theory, MemberData(nameof(Books))]
    public async Task The_electronic_book_passes_the_check_of_its_kind(string book)
    {
        var file = Path.Combine(printing.Site.Folder, book.Split('/')[2] + ".epub");
        await File.WriteAllBytesAsync(file, await printing.Site.Visitor.GetByteArrayAsync(book + ".epub"));
        var said = await RunAsync("java", "-jar", EpubCheck, file);
        Assert.Contains("0 fatals / 0 errors / 0 warnings / 0 infos", said, StringComparison.Ordinal);
    }

    private async Task<PdfStructure> StructureAsync(string book) => new(await RunAsync("pdfinfo", "-struct-text", await printing.PdfAsync(book)));

    /// <summary>What of the whole-book page is printed.</summary>
    private static IElement Book(IHtmlDocument page)
    {
        var book = page.QuerySelector("main")!;
        foreach (var onScreen in book.QuerySelectorAll(".screen-only, .terms, .buttons, [hidden]").ToList()) onScreen.Remove();
        return book;
    }

    /// <summary>Words as WeasyPrint writes them into a PDF: as they are when they are plain, else as UTF-16 with its mark.</summary>
    private static string PdfWords(string words) =>
        words.All(char.IsAscii) ? $"({words})" : $"<{Convert.ToHexStringLower([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(words)])}>";

    private static string Packed(string text) => PdfElement.Packed(text);

    [GeneratedRegex("（[0-9]+ページ）|（http[^）]*）|注[0-9]+")]
    private static partial Regex AddedByStyle();

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        return said + await errors;
    }
}

/// <summary>A site that prints its books.</summary>
public sealed class PrintingSite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public RunningSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Printing:Enabled"] = "true" });

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>The book's PDF, as a file, once it has been made.</summary>
    public async Task<string> PdfAsync(string book)
    {
        var file = Path.Combine(Site.Folder, book.Split('/')[2] + ".pdf");
        for (var watch = Stopwatch.StartNew(); !File.Exists(file); await Task.Delay(500))
        {
            Assert.True(watch.Elapsed < Patience, "No PDF was made.");
            using var answer = await Site.Visitor.GetAsync(book + ".pdf");
            if (answer.StatusCode == HttpStatusCode.OK) await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            else Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        return file;
    }
}
