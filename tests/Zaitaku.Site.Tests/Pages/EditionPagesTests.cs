using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>What readers see of the editions of books: the sample's leaflet has two, its books one.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class EditionPagesTests(SampleSite sample)
{
    private const string Leaflet = "/handbooks/customer-harassment";

    [Fact]
    public async Task The_page_of_changes_tells_each_edition_with_what_it_changed()
    {
        var page = await sample.Site.PageAsync(Leaflet + "/changes");
        var editions = page.QuerySelectorAll(".edition");
        Assert.Equal(["edition-2", "edition-1"], editions.Select(e => e.Id));
        Assert.Equal("2026-11-01", editions[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("お渡しする文を加えました", editions[0].QuerySelector(".edition-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(editions[0].QuerySelectorAll(".passage-added ins"), ins => ins.TextContent == "断りなく撮影し、インターネットに載せる");
        Assert.Contains(editions[0].QuerySelectorAll(".passage-reworded ins"), ins => ins.TextContent.Contains("心のケア", StringComparison.Ordinal));
        Assert.Empty(editions[1].QuerySelectorAll("ins, del"));
        Assert.DoesNotContain("- [ ]", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_announced_in_words_and_what_is_the_same_is_folded()
    {
        var page = await sample.Site.PageAsync(Leaflet + "/changes");
        Assert.All(page.QuerySelectorAll(".passage-reworded :is(ins, del)"), mark =>
        {
            Assert.Contains("visually-hidden", mark.FirstElementChild!.ClassName, StringComparison.Ordinal);
            Assert.StartsWith(mark.LocalName == "ins" ? "〔追加：" : "〔削除：", mark.TextContent, StringComparison.Ordinal);
        });
        Assert.All(page.QuerySelectorAll(".passage"), passage => Assert.Contains(passage.QuerySelector(".passage-word")!.TextContent, new[] { "加わった文", "なくなった文", "変わった文" }));
        Assert.NotEmpty(page.QuerySelectorAll("details.unchanged:not([open]) p"));
    }

    [Theory]
    [InlineData(Leaflet + "?since=1"), InlineData(Leaflet + "/print?since=1")]
    public async Task Whoever_holds_a_copy_is_shown_only_what_has_changed_since(string address)
    {
        var page = await sample.Site.PageAsync(address);
        Assert.Contains("「2023年版（令和5年3月）」からの変更だけを示しています。", page.QuerySelector(".since-notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".since-notice a[href='{Leaflet}']"));
        Assert.NotEmpty(page.QuerySelectorAll(".passage"));
        Assert.Empty(page.QuerySelectorAll("#text, .book-chapter"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_copy_of_the_present_edition_can_be_used_as_it_is()
    {
        var page = await sample.Site.PageAsync("/guides/acp?since=1");
        Assert.Contains("変わったところはありません。お手元の冊子を、そのままお使いください。", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main ins, main del"));
    }

    [Theory]
    [InlineData("?since=9"), InlineData("?since=-1"), InlineData("?since=1.5"), InlineData("?since=%3Cscript%3E"), InlineData("?since=99999999999999999999"), InlineData("?since=%EF%BC%91")]
    [InlineData("/print?since=9"), InlineData("?since=0001000"), InlineData("?since=%00")]
    public async Task An_edition_that_is_not_there_is_answered_with_those_that_are(string query)
    {
        using var answer = await sample.Site.Visitor.GetAsync(Leaflet + query);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("その版は見つかりません", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([Leaflet + "?since=2", Leaflet + "?since=1"], page.QuerySelectorAll("main .links a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("<script>", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/guides/nothing/changes"), InlineData("/guides/customer-harassment/changes"), InlineData("/forms/okusuri-card/changes"), InlineData("/guides/nothing?since=1")]
    public async Task A_book_that_is_not_there_has_no_changes(string address)
    {
        using var answer = await sample.Site.Visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_book_and_the_feed_lead_to_the_changes()
    {
        var page = await sample.Site.PageAsync(Leaflet);
        Assert.NotNull(page.QuerySelector($"a[href='{Leaflet}/changes']"));
        Assert.Contains("2026年版（令和8年11月）", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(await sample.Site.Visitor.GetStringAsync("/feed.xml")).Root!.Elements(atom + "entry").ToList();
        var entry = Assert.Single(entries, e => e.Element(atom + "title")!.Value == "「カスタマーハラスメント対策リーフレット」の2026年版（令和8年11月）");
        Assert.Equal($"{sample.Site.Address}{Leaflet}/changes#edition-2", entry.Element(atom + "link")!.Attribute("href")!.Value);
        Assert.Contains("お渡しする文を加えました", entry.Element(atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Single(entries.Select(e => e.Element(atom + "id")!.Value), id => id == "urn:zaitaku:4harassment000000000000000:edition:2");
    }

    [Fact]
    public async Task The_printed_page_and_the_electronic_book_say_their_edition_and_lead_to_what_changed_since()
    {
        var page = await sample.Site.PageAsync("/guides/acp/print");
        Assert.Equal("2026年版（令和8年11月）", page.QuerySelector(".cover-edition")!.TextContent.Trim());
        Assert.Equal("2026年（令和8年）11月1日", page.QuerySelector(".cover-day")!.TextContent.Trim());
        var address = $"{sample.Site.Address}/guides/acp?since=1";
        Assert.Equal(address, page.QuerySelector(".copy-address")!.TextContent.Trim());
        Assert.Contains("お手元の冊子のあとに変わったところ", page.QuerySelector("svg.qr")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        await using var zip = new System.IO.Compression.ZipArchive(await sample.Site.Visitor.GetStreamAsync("/guides/acp.epub"));
        using var cover = new StreamReader(await zip.GetEntry("book/cover.xhtml")!.OpenAsync());
        var text = await cover.ReadToEndAsync();
        Assert.Contains($"href=\"{address}\"", text, StringComparison.Ordinal);
        Assert.Contains("2026年（令和8年）11月1日", text, StringComparison.Ordinal);
    }
}
