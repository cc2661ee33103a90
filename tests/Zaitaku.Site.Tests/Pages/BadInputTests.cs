using System.Net;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Addresses and requests that nobody sends by accident: the right status, words that help wherever our code can answer, never a mishap.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class BadInputTests(SampleSite sample)
{
    private HttpClient Visitor => sample.Site.Visitor;

    public static TheoryData<string> LostAddresses =>
    [
        "/guides/../../etc/passwd", "/guides/..%2f..%2fetc%2fpasswd", "/%252e%252e/", "/guides/%252e%252e%252fetc", "/%253Cscript%253E", "/guides/%FF%FE",
        "/guides/" + new string('a', 300), "/guides/" + string.Concat(Enumerable.Repeat("%E3%81%82", 300)), "/guides/%F0%9F%8C%B8%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9",
        "/guides/acp/who-comes/x/y/z", "//guides//acp", "/guides/acp;jsessionid=1", "/media/../appsettings.json", "/media/..%2f..%2fzaitaku.db", "/media/%2e%2e/zaitaku.db",
        "/assets/../appsettings.json", "/recipes/readings.csv", "/appsettings.json", "/App_Data/zaitaku.db", "/guides/acp.pdf.exe", "/guides/'%20OR%201=1--", "/guides/[id]",
    ];

    [Theory, MemberData(nameof(LostAddresses))]
    public async Task An_address_that_nothing_has_is_not_found(string target)
    {
        var answer = await RawAnswer.ToAsync(sample.Site, $"GET {target} HTTP/1.1");
        Assert.Equal(404, answer.Status);
        Assert.Contains("ページが見つかりません", WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /%2e%2e/ HTTP/1.1"), InlineData("GET /%2e%2e/%2e%2e/ HTTP/1.1")]
    public async Task Going_up_from_the_root_stays_at_the_root(string requestLine) => Assert.Equal(200, (await RawAnswer.ToAsync(sample.Site, requestLine)).Status);

    /// <summary>Kestrel itself turns these away before any code of ours runs, with an empty body.</summary>
    [Theory]
    [InlineData("GET guides HTTP/1.1", 405), InlineData("G<T / HTTP/1.1", 400)]
    [InlineData("GET / HTTP/9.9", 505)]
    public async Task What_is_not_http_is_refused(string requestLine, int status) => Assert.Equal(status, (await RawAnswer.ToAsync(sample.Site, requestLine)).Status);

    [Theory]
    [InlineData("/guides/%00"), InlineData("/guides/acp%00.pdf"), InlineData("/guides/%01"), InlineData("/guides/acp/%0D%0ASet-Cookie:x"), InlineData("/guides/%7F")]
    public async Task Control_characters_in_an_address_are_refused_with_words(string target)
    {
        var answer = await RawAnswer.ToAsync(sample.Site, $"GET {target} HTTP/1.1");
        Assert.Equal(400, answer.Status);
        Assert.Contains("もう一度お試しください", WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000), InlineData(40_000)]
    public async Task An_address_that_is_too_long_is_answered_with_what_to_do(int length)
    {
        foreach (var target in new[] { "/?q=" + new string('a', length), "/guides/" + new string('a', length) })
        {
            var answer = await RawAnswer.ToAsync(sample.Site, $"GET {target} HTTP/1.1");
            Assert.Equal(414, answer.Status);
            Assert.Contains("アドレスが長すぎます", WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(200_000, 414)]
    public async Task An_endless_address_is_cut_off(int length, int status) =>
        Assert.Equal(status, (await RawAnswer.ToAsync(sample.Site, $"GET /?{new string('a', length)} HTTP/1.1")).Status);

    [Fact]
    public async Task Huge_and_countless_headers_are_refused()
    {
        Assert.Equal(431, (await RawAnswer.ToAsync(sample.Site, "GET / HTTP/1.1", "X-Long: " + new string('a', 40_000))).Status);
        Assert.Equal(431, (await RawAnswer.ToAsync(sample.Site, "GET / HTTP/1.1", [.. Enumerable.Range(0, 200).Select(n => $"X-{n}: a")])).Status);
    }

    [Theory]
    [InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("POST"), InlineData("TRACE"), InlineData("PROPFIND"), InlineData("OPTIONS")]
    public async Task A_page_that_can_only_be_read_refuses_other_methods_with_words(string method)
    {
        foreach (var path in new[] { "/", "/guides", "/guides/acp/who-comes", "/guides/acp/print", "/sitemap", "/about" })
        {
            using var answer = await Visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
            Assert.Contains("この操作はできません", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PUT"), InlineData("TRACE"), InlineData("POST")]
    public async Task An_address_that_nothing_has_is_not_found_by_any_method(string method)
    {
        using var answer = await Visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/nothing-here"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/"), InlineData("/guides/acp"), InlineData("/guides/acp/print"), InlineData("/sitemap.xml"), InlineData("/feed.xml"), InlineData("/robots.txt"), InlineData("/guides/acp.epub")]
    [InlineData("/media/forms/okusuri-card.pdf"), InlineData("/health/live")]
    public async Task What_can_be_read_can_be_asked_for_its_head(string path)
    {
        using var answer = await Visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("?furigana=<script>alert(1)</script>"), InlineData("?furigana=%00"), InlineData("?furigana=on&furigana=on"), InlineData("?%ff=%fe"), InlineData("?=&&&=")]
    public async Task A_strange_query_changes_nothing(string query)
    {
        using var answer = await Visitor.GetAsync("/guides/acp/who-comes" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.test"), InlineData("localhost.evil.test"), InlineData("localhost@evil.test"), InlineData("127.0.0.1.evil.test:80")]
    public async Task Another_sites_name_is_refused(string host) =>
        Assert.Equal(400, (await RawAnswer.ToAsync(sample.Site, "GET / HTTP/1.1", $"Host: {host}")).Status);
}
