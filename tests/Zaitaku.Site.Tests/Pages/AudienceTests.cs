using System.IO.Compression;
using System.Net;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>What is for some is seen by them, and by a passer-by nowhere: no page, list, map, feed, file or book, kept or fresh.</summary>
[Collection(ChangingSiteTests.Name)]
public sealed class AudienceTests(ChangingSite changing)
{
    private const string Secret = "しのびの里";
    private const string Professional = "ViewProfessionalContent";
    private const string Staff = "ViewStaffContent";

    /// <summary>Asks for a part of the secret: the page of answers repeats what was asked for.</summary>
    private static readonly string[] Searches = [.. new[] { "/search?q=", "/search?kind=form&for=Staff&q=", "/api/v1/search?n=50&q=" }.Select(path => path + Uri.EscapeDataString("里")), "/search/suggest?q=" + Uri.EscapeDataString("しの")];

    private HttpClient Visitor => changing.Site.Visitor;

    [Theory]
    [InlineData(Audience.Professionals, Professional), InlineData(Audience.Staff, Staff)]
    public async Task A_passer_by_sees_nothing_of_what_is_for_others(Audience audience, string permission)
    {
        var (id, slug) = (audience.ToString()[..4].ToLowerInvariant(), audience.ToString().ToLowerInvariant());
        await PublishSecretsAsync(audience, id, slug);
        string[] own = [$"/handbooks/{slug}", $"/handbooks/{slug}/one", $"/handbooks/{slug}/one?furigana=on", $"/handbooks/{slug}/print", $"/handbooks/{slug}.epub", $"/forms/{slug}", $"/guides/{slug}-sheet", $"/media/{slug}/list.txt", $"/page-{slug}"];
        string[] shared = ["/handbooks", "/guides", "/forms", "/sitemap", "/sitemap.xml", "/feed.xml", "/", "/guides/acp", "/guides/acp/who-comes", "/guides/acp/print", "/glossary", "/opensearch.xml", .. Searches];
        // The insider first, so that anything wrongly kept would be found by the passer-by.
        foreach (var path in own)
        {
            using var answer = await changing.AsAsync(permission, path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
            if (!path.Contains(".epub", StringComparison.Ordinal) && !path.Contains("furigana", StringComparison.Ordinal)) Assert.Contains(Secret, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        foreach (var path in shared) using (await changing.AsAsync(permission, path)) { }
        foreach (var path in own)
        {
            using var answer = await Visitor.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
            Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        foreach (var path in shared)
        {
            using var answer = await Visitor.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer}");
            Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/handbooks", "/forms", "/sitemap", "/sitemap.xml", "/feed.xml" })
        {
            using var answer = await changing.AsAsync(permission, path);
            Assert.Contains(path == "/sitemap.xml" ? $"/handbooks/{slug}/one" : Secret, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            Assert.DoesNotContain("public", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Professionals_do_not_see_what_is_for_the_staff()
    {
        await changing.PublishAsync(Item("Page", "page4staff", "page-4-staff", Audience.Staff, "\"MarkdownBodyPart\": { \"Markdown\": \"本文\" }"));
        using var professional = await changing.AsAsync(Professional, "/page-4-staff");
        using var staff = await changing.AsAsync(Staff, "/page-4-staff");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (professional.StatusCode, staff.StatusCode));
    }

    [Fact]
    public async Task A_book_taken_from_the_public_takes_its_chapters_and_its_kept_pages_along()
    {
        string[] pages = [.. (await changing.Site.SitemapAsync()).Where(path => path.StartsWith("/handbooks/nyutaiin", StringComparison.Ordinal)), "/handbooks/nyutaiin/print", "/handbooks/nyutaiin.epub"];
        Assert.True(pages.Length >= 9);
        foreach (var page in pages) using ((await Visitor.GetAsync(page)).EnsureSuccessStatusCode()) { }
        await changing.ChangeAsync("handbooks/nyutaiin", item => item.Alter<AudiencePart>(part => part.Audience = Audience.Professionals));
        foreach (var page in pages)
        {
            using var answer = await Visitor.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, page);
            using var professional = await changing.AsAsync(Professional, page);
            Assert.True(professional.StatusCode == HttpStatusCode.OK, page);
        }

        Assert.DoesNotContain("/handbooks/nyutaiin", string.Concat(await Visitor.GetStringAsync("/sitemap.xml"), await Visitor.GetStringAsync("/feed.xml"), await Visitor.GetStringAsync("/sitemap"), await Visitor.GetStringAsync("/handbooks")), StringComparison.Ordinal);
        await changing.ChangeAsync("handbooks/nyutaiin", item => item.Alter<AudiencePart>(part => part.Audience = Audience.Public));
        foreach (var page in pages) using ((await Visitor.GetAsync(page)).EnsureSuccessStatusCode()) { }
    }

    [Fact]
    public async Task A_kept_worksheet_forgets_the_book_that_is_no_longer_public()
    {
        const string title = "隠れる冊子";
        await changing.PublishAsync(Item("Guidebook", "hiding", "guides/hiding", Audience.Public, "\"BookPart\": { \"Lead\": { \"Text\": \"はじめに\" } }", title));
        await changing.PublishAsync(Item("Worksheet", "hidingsheet", "guides/hiding/sheet", Audience.Public, "\"WorksheetPart\": {}", "シート"));
        Assert.Contains(title, WebUtility.HtmlDecode(await Visitor.GetStringAsync("/guides/hiding/sheet")), StringComparison.Ordinal);
        await changing.ChangeAsync("guides/hiding", item => item.Alter<AudiencePart>(part => part.Audience = Audience.Professionals));
        Assert.DoesNotContain(title, WebUtility.HtmlDecode(await Visitor.GetStringAsync("/guides/hiding/sheet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_explained_to_professionals_only_is_not_in_the_publics_electronic_book()
    {
        await changing.PublishAsync($$"""{ "ContentItemId": "4termhidden000000000000000", "ContentType": "GlossaryTerm", "TitlePart": { "Title": "内々の語" }, "AudiencePart": { "Audience": "Professionals" }, "GlossaryTermPart": { "Definition": { "Text": "{{Secret}}の説明" } } }""");
        await changing.PublishAsync(Item("Handbook", "withterm", "handbooks/with-term", Audience.Public, "\"BookPart\": { \"Lead\": { \"Text\": \"はじめに\" } }", "語のある手引き"));
        await changing.PublishAsync(Chapter("withtermch", "withterm", "handbooks/with-term/one", "[[内々の語]]を使います。", "語のある章"));
        using var insider = await changing.AsAsync(Professional, "/handbooks/with-term.epub");
        Assert.Contains(Secret, await EpubTextAsync(await insider.Content.ReadAsStreamAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await EpubTextAsync(await Visitor.GetStreamAsync("/handbooks/with-term.epub")), StringComparison.Ordinal);
        using var page = await changing.AsAsync(Professional, "/handbooks/with-term/one");
        Assert.Contains(Secret, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, WebUtility.HtmlDecode(await Visitor.GetStringAsync("/handbooks/with-term/one")), StringComparison.Ordinal);
    }

    private async Task PublishSecretsAsync(Audience audience, string id, string slug)
    {
        await changing.PublishAsync(Item("Handbook", id + "book", $"handbooks/{slug}", audience, "\"BookPart\": { \"Lead\": { \"Text\": \"" + Secret + "\" } }"));
        await changing.PublishAsync(Chapter(id + "chapter", id + "book", $"handbooks/{slug}/one", $"{Secret}の章です。"));
        await changing.PublishAsync(Item("FormSheet", id + "form", $"forms/{slug}", audience, "\"FormSheetPart\": {}, \"MarkdownBodyPart\": { \"Markdown\": \"使い方\" }"));
        await changing.PublishAsync(Item("Worksheet", id + "sheet", $"guides/{slug}-sheet", audience, "\"WorksheetPart\": {}"));
        await changing.PublishAsync(Item("Page", id + "page", $"page-{slug}", audience, "\"MarkdownBodyPart\": { \"Markdown\": \"本文\" }"));
        await using var scope = changing.Site.Services.CreateAsyncScope();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Secret));
        var media = await MediaContent.InspectAsync($"{slug}/list.txt", bytes);
        Assert.Null(media.Refusal);
        await scope.ServiceProvider.GetRequiredService<MediaStore>().PutAsync(media, bytes, audience);
    }

    private static string Item(string type, string id, string path, Audience audience, string more, string? title = null) => $$"""
        { "ContentItemId": "{{Id(id)}}", "ContentType": "{{type}}", "TitlePart": { "Title": "{{title ?? Secret + type}}" }, "AutoroutePart": { "Path": "{{path}}" },
          "AudiencePart": { "Audience": "{{audience}}" }, {{more}} }
        """;

    private static string Chapter(string id, string book, string path, string markdown, string? title = null) => Item("Chapter", id, path, Audience.Public, $$"""
        "ContainedPart": { "ListContentItemId": "{{Id(book)}}", "ListContentType": "Handbook", "Order": 1 }, "LocalizationPart": { "LocalizationSet": "{{id}}", "Culture": "ja" },
        "ChapterPart": {}, "MarkdownBodyPart": { "Markdown": "{{markdown}}" }
        """, title);

    private static string Id(string name) => ("4" + name).PadRight(26, '0');

    private static async Task<string> EpubTextAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        using var zip = new ZipArchive(memory);
        var text = new System.Text.StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
