using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Search;

/// <summary>What machines and mischief send, over HTTP, on both engines.</summary>
public sealed class SearchApiTests
{
    private const int BoundedSeconds = 10;

    /// <summary>As they stand in an address: some are no text at all.</summary>
    private static readonly string[] Bad =
    [
        new('a', 10_000), Escaped(new('あ', 10_000)), Escaped(new string('訪', 3_000) + "看"), Escaped(string.Join(' ', Enumerable.Range(0, 500).Select(n => $"看{n}"))), Escaped("!?。、「」…"), Escaped("あ"), Escaped("ん"), Escaped("👩‍⚕️🏥"),
        "%ED%A0%80", "%ED%B0%80%ED%A0%80", "%00", "a%00b", "%FF%FE", "%EF%BF%BE", "%", "%E3%81", "%22", Escaped("\"閉じない"), new('(', 200), Escaped(new string('(', 200) + "薬" + new string(')', 200)), "*", "**", Escaped("薬*"),
        Escaped("'; DROP TABLE \"SearchDocument\"; --"), Escaped("' OR '1'='1"), Escaped("NEAR(薬 看護, 5)"), Escaped("NEAR("), "%5E", Escaped("^薬"), Escaped("title:"), Escaped("body:薬"), Escaped("{title body}:薬"), "%25_", "%5C", "-", "--", "AND", "OR+NOT+AND",
        Escaped("薬 AND NOT"), Escaped("a & b | !c <-> d"), Escaped("薬:*"), Escaped("(((薬)"), "%0D%0A", "%E2%80%AE", Escaped("<script>alert(1)</script>"), Escaped("ﾎｳﾓﾝｶﾝｺﾞ"), "+", "%E3%80%80",
    ];

    [Theory, EachEngine]
    public async Task Whatever_is_sent_is_answered_or_refused_in_bounded_time(Engine engine)
    {
        await using var site = await StartAsync(engine);
        foreach (var query in Bad)
        {
            foreach (var path in new[] { "/search?q=", "/search?kind=form&for=Staff&page=99999999999&area=%00&q=", "/search/suggest?q=", "/api/v1/search?q=", "/api/v1/search?kind=guide&n=50&q=" })
            {
                var watch = Stopwatch.StartNew();
                using var answer = await GetAsync(site, path + query);
                var said = $"{engine} {path}{query[..Math.Min(60, query.Length)]}: {answer.StatusCode}";
                Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.BadRequest, said);
                if (answer.StatusCode == HttpStatusCode.BadRequest) Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && path.StartsWith("/api", StringComparison.Ordinal), said);
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(BoundedSeconds), $"{said} took {watch.Elapsed}");
            }
        }

        foreach (var wrong in new[] { "n=-1", "n=0", "n=51", "n=1e9", "n=99999999999999999999", "n=x", "n=%00", "n=1.5", "n=%EF%BC%95", "n=%205", "n=%2B5", "n=0x5", "n=1,0", "kind=none", "kind=%00", "kind=Form" })
        {
            using var answer = await GetAsync(site, $"/api/v1/search?q={Escaped("薬")}&{wrong}");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && answer.Content.Headers.ContentType?.MediaType == "application/problem+json", wrong);
        }
    }

    [Theory, EachEngine]
    public async Task The_answer_has_these_names_and_no_others_and_says_how_many_there_are(Engine engine)
    {
        await using var site = await StartAsync(engine);
        var all = await FindAsync(site, "q=" + Escaped("退院") + "&n=50");
        Assert.Equal(["total", "results"], all.EnumerateObject().Select(property => property.Name));
        foreach (var hit in all.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(["id", "url", "title", "kind", "snippet", "score"], hit.EnumerateObject().Select(property => property.Name));
            Assert.Equal(JsonValueKind.Number, hit.GetProperty("score").ValueKind);
            using var page = await site.Visitor.GetAsync(hit.GetProperty("url").GetString());
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        var total = Total(all);
        Assert.Equal(Math.Min(total, 50), Ids(all).Distinct().Count());
        Assert.Equal(10, Ids(await FindAsync(site, "q=" + Escaped("退院"))).Count);
        Assert.Equal((total, 1), (Total(await FindAsync(site, "n=1&q=" + Escaped("退院"))), Ids(await FindAsync(site, "n=1&q=" + Escaped("退院"))).Count));
        var byKind = 0;
        foreach (var kind in new[] { "guide", "handbook", "form", "term", "page" })
        {
            var some = await FindAsync(site, $"n=50&kind={kind}&q=" + Escaped("退院"));
            Assert.All(some.GetProperty("results").EnumerateArray(), hit => Assert.Equal(kind, hit.GetProperty("kind").GetString()));
            Assert.Equal(Total(some), Ids(some).Count);
            byKind += Total(some);
        }

        Assert.Equal(total, byKind);
        Assert.Equal((0, 0), (Total(await FindAsync(site, "q=" + Escaped("ぬゑぬゑ"))), Ids(await FindAsync(site, "q=" + Escaped("ぬゑぬゑ"))).Count));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_a_minute_and_an_index_that_is_behind_is_no_ones_trouble_but_the_operators()
    {
        await using var site = await RunningSite.StartAsync(settings: new Dictionary<string, string> { ["Search:PerMinute"] = "5" });
        await BehindAsync(site);
        for (var i = 0; i < 5; i++) using ((await site.Visitor.GetAsync("/search?q=" + Escaped("薬"))).EnsureSuccessStatusCode()) { }
        using var page = await site.Visitor.GetAsync("/search?q=" + Escaped("薬"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (page.StatusCode, page.Headers.RetryAfter?.ToString()));
        Assert.Contains("1分ほど待って", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var machine = await site.Visitor.GetAsync("/api/v1/search?q=" + Escaped("薬"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "60", "application/problem+json"), (machine.StatusCode, machine.Headers.RetryAfter?.ToString(), machine.Content.Headers.ContentType?.MediaType));
        Assert.Contains("1分ほど待って", JsonDocument.Parse(await machine.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        // Typing asks at almost every letter, and has a measure of its own.
        for (var i = 0; i < 50; i++) using ((await site.Visitor.GetAsync("/search/suggest?q=" + Escaped("み"))).EnsureSuccessStatusCode()) { }
        Assert.Equal(HttpStatusCode.TooManyRequests, (await site.Visitor.GetAsync("/search/suggest?q=" + Escaped("み"))).StatusCode);
        using var home = await site.Visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        // The measure is each address's own: nobody is shut out by a neighbour.
        using var neighbour = From(IPAddress.Parse("127.0.0.2"), site.Address);
        foreach (var path in new[] { "/search?q=a", "/api/v1/search?q=a", "/search/suggest?q=a" }) Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync(path)).StatusCode);
    }

    private static HttpClient From(IPAddress address, string to) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri(to) };

    private static async Task BehindAsync(RunningSite site)
    {
        Assert.Equal("Healthy", await HealthAsync(site));
        await site.InScopeAsync(services =>
        {
            var documents = services.GetRequiredService<SiteDb>().Set<SearchDocument>().IgnoreQueryFilters();
            return documents.Where(d => d.Owner == documents.Min(other => other.Owner)).ExecuteDeleteAsync();
        });
        Assert.Equal("Degraded 検索の索引に入っていないページが 1 あります。search rebuild で作り直してください。", await HealthAsync(site));
        await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<SearchGeneration>().ExecuteUpdateAsync(set => set.SetProperty(g => g.Analysis, 0)));
        Assert.Equal("Degraded 検索の索引がまだありません。サイトを起動し直すか、search rebuild で作ってください。", await HealthAsync(site));
    }

    private static async Task<string> HealthAsync(RunningSite site)
    {
        using var answer = await site.Visitor.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var check = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("checks").GetProperty("search");
        return $"{check.GetProperty("status")} {(check.TryGetProperty("Description", out var said) ? said : default)}".Trim();
    }

    private static async Task<JsonElement> FindAsync(RunningSite site, string query) => JsonDocument.Parse(await site.Visitor.GetStringAsync("/api/v1/search?" + query)).RootElement;

    private static int Total(JsonElement answer) => answer.GetProperty("total").GetInt32();

    private static List<string> Ids(JsonElement answer) => [.. answer.GetProperty("results").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!)];

    /// <summary>The address goes out as it is written: what is no text must stay none.</summary>
    private static Task<HttpResponseMessage> GetAsync(RunningSite site, string path) =>
        site.Visitor.GetAsync(new Uri(site.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    private static Task<RunningSite> StartAsync(Engine engine) => RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Search:PerMinute"] = "100000" });

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
