using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>A page is rendered once, served from then on, and made again as soon as anything on it changes.</summary>
[Collection(ChangingSiteTests.Name)]
public sealed class PageCacheTests(ChangingSite changing)
{
    private HttpClient Visitor => changing.Site.Visitor;

    /// <summary>Pages are kept under their path, those with a query under the scheme too.</summary>
    private bool IsKept(string path) =>
        new[] { path, "http:" + path }.Any(key => changing.Site.Services.GetRequiredService<SiteCache>().Find<object>(key) is not null);

    [Theory]
    [InlineData("/guides/acp/talking"), InlineData("/guides/acp/talking?furigana=on"), InlineData("/guides"), InlineData("/"), InlineData("/guides/acp/print"), InlineData("/guides/acp?since=1"), InlineData("/guides/acp/print?since=1"), InlineData("/guides/acp/changes")]
    public async Task The_second_visitor_gets_the_page_that_was_kept(string path)
    {
        using var first = await Visitor.GetAsync(path);
        Assert.True(IsKept(path));
        using var second = await Visitor.GetAsync(path);
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so()
    {
        using var first = await Visitor.GetAsync("/guides/acp/writing");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guides/acp/writing") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await Visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using var stale = new HttpRequestMessage(HttpMethod.Get, "/guides/acp/writing") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"stale\"") } } };
        using var third = await Visitor.SendAsync(stale);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task However_it_is_packed_it_is_the_same_page()
    {
        var texts = new List<string>();
        foreach (var packing in new[] { "identity", "gzip", "br", "gzip, deflate, br" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/guides/acp/money");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", packing);
            using var answer = await Visitor.SendAsync(request);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            texts.Add(await UnpackAsync(answer, packing));
        }

        Assert.StartsWith("<!DOCTYPE html>", texts[0], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    [Theory]
    [InlineData("br;q=0, gzip;q=0"), InlineData("br;q=0.0"), InlineData("xbr, gzipped"), InlineData("deflate"), InlineData("*")]
    public async Task A_packing_that_is_refused_or_not_known_is_not_used(string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/guides/acp/money");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await Visitor.SendAsync(request);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/guides/acp/family?x=1"), InlineData("/guides/acp/family?furigana=off"), InlineData("/guides/acp/family?furigana=on&x=1"), InlineData("/guides/acp/family//")]
    [InlineData("/feedback/thanks"), InlineData("/nothing-here"), InlineData("/guides/acp/nothing"), InlineData("/error/404"), InlineData("/Forms"), InlineData("/guides/acp/PRINT")]
    [InlineData("/guides?since=1"), InlineData("/guides/acp/talking?since=1"), InlineData("/guides/acp?since=2"), InlineData("/guides/acp?since=01"), InlineData("/guides/acp?since=1&x=1"), InlineData("/guides/acp/print?x=1"), InlineData("/guides/acp/changes?since=1")]
    public async Task Addresses_anyone_can_make_up_do_not_fill_the_cache(string path)
    {
        using var answer = await Visitor.GetAsync(path);
        Assert.False(IsKept(path));
    }

    [Theory]
    [InlineData("/guides/acp?since=01", "/guides/acp?since=1"), InlineData("/guides/acp?since=1&x=7", "/guides/acp?since=1"), InlineData("/guides/acp?x=7&since=1", "/guides/acp?since=1"), InlineData("/guides/acp/print?since=1&since=1", "/guides/acp/print?since=1")]
    [InlineData("/guides/acp/print?x=7", "/guides/acp/print"), InlineData("/guides/acp/changes?x=7", "/guides/acp/changes"), InlineData("/guides/acp?since=000002&x", "/guides/acp?since=2")]
    public async Task What_is_dear_to_make_has_one_address_to_which_others_lead(string asked, string address)
    {
        using var answer = await Visitor.GetAsync(asked);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task What_has_changed_since_a_copy_is_told_anew_when_a_chapter_changes()
    {
        const string text = "写しの持ち主に知らせる文です。";
        string[] places = ["/guides/acp?since=1", "/guides/acp/print?since=1"];
        foreach (var place in places) Assert.DoesNotContain(text, await TextAsync(place), StringComparison.Ordinal);
        foreach (var place in places) Assert.True(IsKept(place));
        await changing.ChangeAsync("guides/acp/where-to-ask", item => item.Alter<MarkdownBodyPart>(part => part.Markdown += "\n\n" + text));
        foreach (var place in places) Assert.Contains(text, await TextAsync(place), StringComparison.Ordinal);
        await changing.ChangeAsync("guides/acp/where-to-ask", item => item.Data["AudiencePart"] = new System.Text.Json.Nodes.JsonObject { ["Audience"] = "Staff" });
        foreach (var place in places) Assert.DoesNotContain(text, await TextAsync(place), StringComparison.Ordinal);
        await changing.ChangeAsync("guides/acp/where-to-ask", item => item.Data["AudiencePart"] = new System.Text.Json.Nodes.JsonObject { ["Audience"] = "Public" });
    }

    [Fact]
    public async Task A_new_edition_of_a_chapter_shows_wherever_the_chapter_does()
    {
        const string chapter = "/guides/acp/dementia", title = "認知症のある方と家で暮らす（新版）", text = "新しい版でだけ読める文です。";
        string[] places = [chapter, chapter + "?furigana=on", "/guides/acp", "/guides/acp/print", "/sitemap", "/guides/acp/money", "/feed.xml", "/sitemap.xml", "/guides/acp.epub"];
        foreach (var place in places) using ((await Visitor.GetAsync(place)).EnsureSuccessStatusCode()) { }
        var before = await Visitor.GetStringAsync("/sitemap.xml");
        await changing.ChangeAsync("guides/acp/dementia", item =>
        {
            item.Alter<TitlePart>(part => part.Title = title);
            item.Alter<MarkdownBodyPart>(part => part.Markdown += "\n\n" + text);
        });
        foreach (var place in new[] { "/guides/acp", "/guides/acp/print", "/sitemap", "/feed.xml", chapter }) Assert.Contains(title, await TextAsync(place), StringComparison.Ordinal);
        foreach (var place in new[] { chapter, "/guides/acp/print" }) Assert.Contains(text, await TextAsync(place), StringComparison.Ordinal);
        Assert.Contains(title, await TextAsync("/guides/acp/money"), StringComparison.Ordinal);
        Assert.Contains("新版", await TextAsync(chapter + "?furigana=on"), StringComparison.Ordinal);
        Assert.NotEqual(before, await Visitor.GetStringAsync("/sitemap.xml"));
        using var epub = new ZipArchive(new MemoryStream(await Visitor.GetByteArrayAsync("/guides/acp.epub")));
        using var contents = new StreamReader(epub.GetEntry("book/nav.xhtml")!.Open());
        Assert.Contains("新版", await contents.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_telephone_number_shows_on_every_page_at_once()
    {
        await Visitor.GetStringAsync("/guides/acp/where-to-ask");
        await using var scope = changing.Site.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<Cms.Content.ContentStore>();
        var center = (await store.PublishedAsync("4center0000000000000000000"))!;
        center.Alter<Cms.Departments.DepartmentPart>(part => part.Telephone = new() { Text = "00-9999-0000" });
        Assert.Empty(await store.PublishAsync(center));
        foreach (var place in new[] { "/guides/acp/where-to-ask", "/", "/forms", "/guides/acp/print" }) Assert.Contains("00-9999-0000", await TextAsync(place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_taken_back_is_gone()
    {
        await changing.PublishAsync("""{ "ContentItemId": "4takenback0000000000000000", "ContentType": "Page", "TitlePart": { "Title": "取り下げるページ" }, "AutoroutePart": { "Path": "taken-back" }, "MarkdownBodyPart": { "Markdown": "本文" } }""");
        Assert.Contains("本文", await TextAsync("/taken-back"), StringComparison.Ordinal);
        await using var scope = changing.Site.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Cms.Content.ContentStore>().UnpublishAsync("4takenback0000000000000000"));
        using var answer = await Visitor.GetAsync("/taken-back");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("取り下げるページ", await TextAsync("/sitemap"), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await Visitor.GetStringAsync(path));

    private static async Task<string> UnpackAsync(HttpResponseMessage answer, string packing)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        Assert.Equal(packing == "identity" ? [] : [packing.Contains("br", StringComparison.Ordinal) ? "br" : "gzip"], answer.Content.Headers.ContentEncoding);
        await using Stream plain = answer.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
