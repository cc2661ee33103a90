using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Parts;
using Zaitaku.Guides;
using Zaitaku.Search;
using Zaitaku.Search.Records;
using Zaitaku.Search.Words;
using Zaitaku.Site.Tests.Pages;
using Zaitaku.Site.Tests.Workplace;
using Zaitaku.Testing;
using Zaitaku.Theme;

namespace Zaitaku.Site.Tests.Search;

/// <summary>Nobody meets a title, a passage, a count, a suggestion, a mended word or a pinned answer of what they may not read; nor does the record of searches.</summary>
public sealed class SearchAudienceTests
{
    private const string Professional = "ViewProfessionalContent";
    private const string Staff = "ViewStaffContent";

    /// <summary>Nothing that a passer-by types below says any of these.</summary>
    private static readonly string[] Secrets = ["くろまぬる手順書", "しろまぬる手順書", "くろまぬるの里", "しろまぬるの里", "きんまぬる", "closed-", "staff-"];

    private static readonly string[] Queries = ["まぬる", "手順書", "手順書 まぬる", "\"手順書\"", "title:手順書", "kind:page まぬる", "kind:term まぬる", "里", "手*", "まぬる OR 手順書", "まぬる -案内", "まぬるの里はどこにありますか", "隠語甲", "くろまぬれ", "しろまぬれ", "きんまぬれ"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, EachEngine]
    public async Task Everyone_finds_what_they_may_read_and_nothing_of_the_rest(Engine engine)
    {
        await using var site = await StartAsync(engine);
        await PublishAsync(site);
        var client = site.Visitor;
        // The insiders first, so that anything wrongly kept would be met by the passer-by.
        foreach (var who in new[] { Staff, Professional, null })
        {
            foreach (var query in Queries)
            {
                foreach (var path in new[] { "/search?q=", "/search?for=Staff&q=", "/search?kind=page&for=Professionals&q=", "/api/v1/search?n=50&q=", "/search/suggest?q=" })
                {
                    using var answer = await GetAsync(client, path + Uri.EscapeDataString(query), who);
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    Assert.DoesNotContain("public", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
                    Assert.True(answer.Headers.CacheControl?.NoStore, path);
                    AssertHides(await answer.Content.ReadAsStringAsync(), who, $"{who} {path}{query}");
                }
            }

            foreach (var path in new[] { "/glossary", "/feed.xml", "/sitemap.xml", "/sitemap", "/opensearch.xml" })
            {
                using var answer = await GetAsync(client, path, who);
                AssertHides(await answer.Content.ReadAsStringAsync(), who, $"{who} {path}");
            }
        }

        foreach (var (who, total) in new[] { (Staff, 3), (Professional, 2), ((string?)null, 1) })
        {
            using var answer = await GetAsync(client, "/api/v1/search?n=50&kind=page&q=" + Uri.EscapeDataString("まぬる"), who);
            var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal((total, total), (json.GetProperty("total").GetInt32(), json.GetProperty("results").GetArrayLength()));
            var page = await PageAsync(client, "/search?q=" + Uri.EscapeDataString("まぬる"), who);
            Assert.Equal($"ご案内 {total} 件", page.QuerySelector(".facets a[href*='kind=page']")?.TextContent.Trim() ?? $"ご案内 {page.QuerySelectorAll(".search-hits > li").Length} 件");
            Assert.Equal(total == 1 ? 0 : total, page.QuerySelectorAll(".facets a[href*='for=']").Length);
        }

        Assert.Equal("くろまぬる", (await PageAsync(client, "/search?q=" + Uri.EscapeDataString("くろまぬれ"), Professional)).QuerySelector(".meant a")?.TextContent);
        Assert.Null((await PageAsync(client, "/search?q=" + Uri.EscapeDataString("くろまぬれ"), null)).QuerySelector(".meant"));
        Assert.Equal("/closed-page", (await PageAsync(client, "/search?q=" + Uri.EscapeDataString("手順書"), Professional)).QuerySelector(".pinned a")?.GetAttribute("href"));
        Assert.Null((await PageAsync(client, "/search?q=" + Uri.EscapeDataString("手順書"), null)).QuerySelector(".pinned"));
        Assert.Contains("くろまぬる", await SuggestedAsync(client, "くろ", Professional), StringComparison.Ordinal);
        Assert.Equal("[]", await SuggestedAsync(client, "くろ", null));
        await NarrowedAsync(site);
        await RecordedAsync(site);
    }

    private static void AssertHides(string answer, string? who, string where)
    {
        var text = answer.StartsWith('<') ? WebUtility.HtmlDecode(answer) : JsonSerializer.Serialize(JsonDocument.Parse(answer), Readable);
        foreach (var secret in Secrets.Where(secret => who is null || who == Professional && (secret.StartsWith("しろ", StringComparison.Ordinal) || secret == "staff-")))
        {
            Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{where} says {secret}");
        }
    }

    /// <summary>What becomes narrower is gone with the next search.</summary>
    private static async Task NarrowedAsync(RunningSite site)
    {
        var path = "/api/v1/search?kind=page&q=" + Uri.EscapeDataString("まぬる");
        Assert.Contains("\"total\":1", await site.Visitor.GetStringAsync(path), StringComparison.Ordinal);
        await site.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            var item = (await store.PublishedAsync(Id("openpage")))!;
            item.Alter<AudiencePart>(part => part.Audience = Audience.Professionals);
            return await store.PublishAsync(item);
        });
        Assert.Contains("\"total\":0", await site.Visitor.GetStringAsync(path), StringComparison.Ordinal);
        Assert.Equal("[]", await SuggestedAsync(site.Visitor, "あかま", null));
    }

    /// <summary>The public's searches alone are counted.</summary>
    private static async Task RecordedAsync(RunningSite site)
    {
        using (await GetAsync(site.Visitor, "/search?q=" + Uri.EscapeDataString("内輪の相談"), Professional)) { }
        using (await GetAsync(site.Visitor, "/search?q=" + Uri.EscapeDataString("内輪の話"), Staff)) { }
        // Who leafs through the answers or narrows them has asked once.
        foreach (var further in new[] { "page=2", "kind=page", "for=Public", "area=none", "coming=on" }) using (await GetAsync(site.Visitor, $"/search?{further}&q=" + Uri.EscapeDataString("退院"), null)) { }
        await site.Services.GetRequiredService<SearchRecords>().WriteAsync();
        var words = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Set<SearchRecord>().Select(r => r.Words).ToListAsync());
        Assert.Contains("まぬる", words);
        Assert.DoesNotContain("退院", words);
        Assert.DoesNotContain(words, word => word.StartsWith("内輪", StringComparison.Ordinal));
    }

    private static async Task PublishAsync(RunningSite site)
    {
        string[] items =
        [
            Page("openpage", "open-page", Audience.Public, "あかまぬるの案内", "だれでも来られるまぬるの里です。"),
            Page("closedpage", "closed-page", Audience.Professionals, "くろまぬる手順書", "くろまぬるの里で会います。"),
            Page("staffpage", "staff-page", Audience.Staff, "しろまぬる手順書", "しろまぬるの里で会います。"),
            """{ "ContentItemId": "4termclosed000000000000000", "ContentType": "GlossaryTerm", "TitlePart": { "Title": "きんまぬる" }, "AudiencePart": { "Audience": "Professionals" }, "GlossaryTermPart": { "Definition": { "Text": "まぬるのひとつです。" } } }""",
        ];
        foreach (var json in items)
        {
            Assert.Empty(await site.InScopeAsync(services => services.GetRequiredService<ContentStore>().PublishAsync(ContentItemConverter.Read(ContentJson.ParseObject(json)))));
        }

        Assert.Empty(await site.InScopeAsync(services => services.GetRequiredService<WordDesk>().AddSynonymAsync("くろまぬる", "隠語甲", CancellationToken.None)));
        Assert.Empty(await site.InScopeAsync(services => services.GetRequiredService<WordDesk>().AddSynonymAsync("しろまぬる", "隠語乙", CancellationToken.None)));
        Assert.Empty(await site.InScopeAsync(services => services.GetRequiredService<WordDesk>().AddSynonymAsync("きんまぬる", "隠語丙", CancellationToken.None)));
        Assert.Empty(await site.InScopeAsync(services => services.GetRequiredService<WordDesk>().PinAsync("手順書", "/closed-page", CancellationToken.None)));
    }

    private static string Page(string id, string path, Audience audience, string title, string body) => $$"""
        { "ContentItemId": "{{Id(id)}}", "ContentType": "Page", "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "{{path}}" }, "AudiencePart": { "Audience": "{{audience}}" },
          "MarkdownBodyPart": { "Markdown": "{{body}}" } }
        """;

    private static string Id(string name) => ("4" + name).PadRight(26, '0');

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string? permission)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (permission is not null) request.Headers.Add("Cookie", $"{SignIn.Cookie}={permission}");
        return await client.SendAsync(request);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string path, string? permission)
    {
        using var answer = await GetAsync(client, path, permission);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> SuggestedAsync(HttpClient client, string typed, string? permission)
    {
        using var answer = await GetAsync(client, "/search/suggest?q=" + Uri.EscapeDataString(typed), permission);
        return string.Join(',', JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(word => word.GetString())) is { Length: > 0 } words ? words : "[]";
    }

    private static Task<RunningSite> StartAsync(Engine engine) => RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Search:PerMinute"] = "100000" }, services =>
    {
        services.AddAuthentication(SignIn.Scheme).AddScheme<AuthenticationSchemeOptions, SignIn>(SignIn.Scheme, null);
        services.AddSingleton<IReadOnlyList<IModule>>([new GuidesModule(), new SearchModule(), new ThemeModule()]);
    });
}
