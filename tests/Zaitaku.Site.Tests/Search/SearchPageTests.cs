using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Zaitaku.Site.Tests.Workplace;

namespace Zaitaku.Site.Tests.Search;

/// <summary>The box of every page, its answers, and what machines ask.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class SearchPageTests(SampleSite sample)
{
    private HttpClient Visitor => sample.Site.Visitor;

    public static TheoryData<string> BadQueries =>
    [
        new string('a', 10_000), new string('あ', 10_000), string.Join(' ', Enumerable.Range(0, 500)), "!?。", "あ", "👩‍⚕️", "\"", new string('(', 200) + "薬", "*", "' OR 1=1 --", "NEAR(", "^薬", "col:薬", "%_", "<script>alert(1)</script>",
    ];

    [Fact]
    public async Task Every_page_has_a_box_that_leads_to_the_answers()
    {
        foreach (var path in new[] { "/", "/guides/acp/who-comes", "/forms" })
        {
            var form = Assert.Single((await sample.Site.PageAsync(path)).QuerySelectorAll("header form[role=search]"));
            Assert.Equal(("/search", "q"), (form.GetAttribute("action"), form.QuerySelector("input[type=search]")!.GetAttribute("name")));
        }
    }

    [Fact]
    public async Task A_hit_leads_to_the_very_section_with_the_words_marked()
    {
        var page = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("退院前の話し合い"));
        var link = page.QuerySelectorAll(".search-hits h2 a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("/guides/acp/from-hospital", StringComparison.Ordinal));
        Assert.Equal("/guides/acp/from-hospital#conference", link);
        Assert.NotNull((await sample.Site.PageAsync(link.Split('#')[0])).GetElementById(link.Split('#')[1]));
        Assert.NotEmpty((await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("みとり"))).QuerySelectorAll(".snippet mark"));
    }

    [Fact]
    public async Task A_filter_leaves_as_many_as_it_says()
    {
        var page = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("退院"));
        foreach (var facet in page.QuerySelectorAll(".facets a:has(span)"))
        {
            var said = int.Parse(facet.QuerySelector("span")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            var filtered = await sample.Site.PageAsync(facet.GetAttribute("href")!);
            Assert.Contains($"{said} 件", filtered.QuerySelector(".search-count")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_first_ends()
    {
        var first = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("退院"));
        var second = await sample.Site.PageAsync(first.QuerySelector(".search-pages [rel=next]")!.GetAttribute("href")!);
        Assert.Equal("11", second.QuerySelector(".search-hits")!.GetAttribute("start"));
        var (before, after) = (Addresses(first), Addresses(second));
        Assert.Equal((10, 10), (before.Count, after.Count));
        Assert.Empty(before.Intersect(after));
        Assert.Equal(before, Addresses(await sample.Site.PageAsync(second.QuerySelector(".search-pages [rel=prev]")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last()
    {
        foreach (var number in new[] { "999", "6", "2147483647", "99999" })
        {
            var page = await sample.Site.PageAsync($"/search?page={number}&q=" + Uri.EscapeDataString("退院"));
            Assert.NotEmpty(Addresses(page));
            Assert.NotNull(page.QuerySelector(".search-pages [rel=prev]"));
            Assert.Null(page.QuerySelector(".search-pages [rel=next]"));
        }
    }

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("-2147483648"), InlineData("1.5"), InlineData("x"), InlineData("99999999999"), InlineData("%00"), InlineData("")]
    public async Task A_page_that_is_no_number_is_the_first(string number)
    {
        var page = await sample.Site.PageAsync($"/search?page={number}&q=" + Uri.EscapeDataString("退院"));
        Assert.Equal("1", page.QuerySelector(".search-hits")!.GetAttribute("start"));
        Assert.Equal(10, Addresses(page).Count);
        Assert.Null(page.QuerySelector(".search-pages [rel=prev]"));
    }

    [Fact]
    public async Task What_was_typed_is_neither_kept_nor_indexed_nor_markup()
    {
        using var answer = await Visitor.GetAsync("/search?q=" + Uri.EscapeDataString("<b>看取り</b>"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>看取り", html, StringComparison.Ordinal);
        Assert.Contains("noindex", new HtmlParser().ParseDocument(html).QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Who_finds_nothing_is_told_why_and_what_to_do()
    {
        var narrowed = await sample.Site.PageAsync("/search?kind=handbook&area=none&q=" + Uri.EscapeDataString("退院"));
        Assert.Equal("「退院」は、この絞り込みでは見つかりませんでした。", narrowed.QuerySelector(".search-count")!.TextContent.Trim());
        Assert.Equal("/search?q=" + Uri.EscapeDataString("退院"), narrowed.QuerySelector(".search-help li:first-child a")!.GetAttribute("href"));
        Assert.Equal("手引き 0 件", narrowed.QuerySelector(".facets [aria-current]")!.TextContent.Trim());
        Assert.Null((await sample.Site.PageAsync("/search?area=none&q=" + Uri.EscapeDataString("退院"))).QuerySelector(".facets"));
        var wordless = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("👩‍⚕️🏥😀"));
        Assert.StartsWith("絵文字や記号だけでは探せません。", wordless.QuerySelector(".search-help li")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { narrowed, wordless }) Assert.NotNull(page.QuerySelector("main a[href^='tel:']"));
    }

    /// <summary>The box has it all: above the answers it would fill a telephone's screen.</summary>
    [Theory]
    [InlineData("母が先週退院してから食べられなくなり、夜も眠れないようです。どうしたらよいですか", "「母が先週退院してから食べられなくなり、夜も眠れないようです。…」")]
    [InlineData("12345678901234567890123456789𠮷野家", "「12345678901234567890123456789…」")]
    public async Task A_long_question_is_named_by_its_beginning(string typed, string named)
    {
        var page = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString(typed));
        Assert.StartsWith(named, page.QuerySelector(".search-count")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith(named + "の検索結果", page.Title, StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("#search-here")!.GetAttribute("value"));
    }

    /// <summary>What is marked in a passage is the passage's own text.</summary>
    [Fact]
    public async Task What_pages_say_is_shown_as_text()
    {
        await using var site = await RunningSite.StartAsync();
        await site.PublishPageAsync("odd-letters", "ぬゑの目印 `<b>x</b> & <script>` の話。");
        var html = await site.Visitor.GetStringAsync("/search?q=" + Uri.EscapeDataString("ぬゑの目印 <b>x</b>"));
        var snippet = new HtmlParser().ParseDocument(html).QuerySelector(".snippet")!;
        Assert.Equal("ぬゑの目印 <b>x</b> & <script> の話。", snippet.TextContent.Trim());
        Assert.Equal(["ぬゑの目印", "<b>x</b>"], snippet.Children.Select(child => child.TagName == "MARK" ? child.TextContent : child.OuterHtml));
    }

    [Fact]
    public async Task A_slip_is_answered_with_what_may_have_been_meant()
    {
        var page = await sample.Site.PageAsync("/search?q=" + Uri.EscapeDataString("訪門看護"));
        Assert.Equal("訪問看護", page.QuerySelector(".meant a")!.TextContent);
    }

    [Fact]
    public async Task Machines_get_json()
    {
        var json = await Visitor.GetFromJsonAsync<JsonElement>("/api/v1/search?n=2&kind=form&q=" + Uri.EscapeDataString("連携シート"));
        Assert.True(json.GetProperty("total").GetInt32() >= 2);
        var first = json.GetProperty("results")[0];
        Assert.Equal(2, json.GetProperty("results").GetArrayLength());
        Assert.Equal("form", first.GetProperty("kind").GetString());
        Assert.Contains("連携シート", first.GetProperty("title").GetString(), StringComparison.Ordinal);
        foreach (var name in new[] { "id", "url", "snippet" }) Assert.NotEqual("", first.GetProperty(name).GetString());
        Assert.True(first.GetProperty("score").GetDouble() > 0);
    }

    [Theory]
    [InlineData("?q=a&n=-1"), InlineData("?q=a&n=1e9"), InlineData("?q=a&n=0"), InlineData("?q=a&n=x"), InlineData(""), InlineData("?q="), InlineData("?q=a&kind=nothing")]
    public async Task A_bad_question_is_refused_as_problem_json(string query)
    {
        using var answer = await Visitor.GetAsync("/api/v1/search" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory, MemberData(nameof(BadQueries))]
    public async Task Whatever_is_typed_is_answered(string query)
    {
        foreach (var path in new[] { "/search?q=", "/api/v1/search?q=", "/search/suggest?q=" })
        {
            using var answer = await Visitor.GetAsync(path + Uri.EscapeDataString(query));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Suggestions_come_by_kana_and_only_what_is_found()
    {
        var words = await Visitor.GetFromJsonAsync<string[]>("/search/suggest?q=" + Uri.EscapeDataString("ほうもんか"));
        Assert.Contains("訪問看護", words!);
        Assert.Empty((await Visitor.GetFromJsonAsync<string[]>("/search/suggest?q=" + Uri.EscapeDataString("ありえない言葉")))!);
    }

    [Fact]
    public async Task Browsers_can_add_the_search()
    {
        Assert.Equal("/opensearch.xml", (await sample.Site.PageAsync("/")).QuerySelector("link[rel=search]")!.GetAttribute("href"));
        var description = XDocument.Parse(await Visitor.GetStringAsync("/opensearch.xml"));
        XNamespace space = "http://a9.com/-/spec/opensearch/1.1/";
        Assert.EndsWith("/search?q={searchTerms}", description.Root!.Elements(space + "Url").First().Attribute("template")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Glossary_terms_stand_where_hits_lead()
    {
        var page = await sample.Site.PageAsync("/search?kind=term&q=" + Uri.EscapeDataString("訪看"));
        var link = page.QuerySelector(".search-hits h2 a")!.GetAttribute("href")!;
        Assert.Contains("訪問看護", (await sample.Site.PageAsync("/glossary")).GetElementById(link.Split('#')[1])!.TextContent, StringComparison.Ordinal);
    }

    private static List<string> Addresses(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll(".search-hits h2 a").Select(link => link.GetAttribute("href")!)];
}
