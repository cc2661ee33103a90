using System.Diagnostics;
using System.Net;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Books to take along, looked at with the tools that know such files: poppler's and epubcheck. The gate installs them.</summary>
public sealed class BookFilesTests(PrintingSite printing) : IClassFixture<PrintingSite>
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
        Assert.Matches($@"Title:\s+{System.Text.RegularExpressions.Regex.Escape(title)}\n", info);
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
        text = System.Text.RegularExpressions.Regex.Replace(text, "注[0-9]+", "");
        foreach (var chapter in page.QuerySelectorAll(".book-chapter"))
        {
            var first = Packed(chapter.QuerySelector(".prose p")!.TextContent);
            Assert.Contains(first[..Math.Min(12, first.Length)], text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/guides/acp"), InlineData("/handbooks/nyutaiin"), InlineData("/handbooks/ohitorisama")]
    public async Task The_pdf_has_a_contents_list_with_page_numbers_and_bookmarks(string book)
    {
        var file = await printing.PdfAsync(book);
        var lines = (await RunAsync("pdftotext", "-layout", "-f", "2", "-l", "3", file, "-")).Split('\n').Select(Packed).ToList();
        var titles = (await printing.Site.PageAsync(book)).QuerySelectorAll(".chapters ol a").Select(link => Packed(link.TextContent)).ToList();
        Assert.All(titles, title => Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, System.Text.RegularExpressions.Regex.Escape(title) + @"\W*[0-9]+$")));
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
        var last = System.Text.RegularExpressions.Regex.Match(await RunAsync("pdfinfo", file), @"Pages:\s+(\d+)").Groups[1].Value;
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

    /// <summary>Lines are broken where the paper ends.</summary>
    private static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

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
