using System.Net;
using System.Text.RegularExpressions;
using Zaitaku.Cms.Hosting;

namespace Zaitaku.Site.Tests.Pages;

[Collection(ChangingSiteTests.Name)]
public sealed class HeadersTests(ChangingSite changing)
{
    [Theory]
    [InlineData("/", 200), InlineData("/guides/acp/who-comes", 200), InlineData("/nothing-here", 404), InlineData("/moved-away", 301), InlineData("/fault", 500)]
    [InlineData("/media/forms/okusuri-card.docx", 200), InlineData("/media/forms/okusuri-card.pdf", 200), InlineData("/media/nothing.pdf", 404)]
    [InlineData("/sitemap.xml", 200), InlineData("/feed.xml", 200), InlineData("/robots.txt", 200), InlineData("/health/ready", 200), InlineData("/guides/acp.epub", 200)]
    [InlineData("/assets/fonts/nothing.woff2", 404), InlineData("/assets/icon.svg", 200), InlineData("/assets/nothing.css", 404), InlineData("/begun-anew", 200)]
    public async Task Every_answer_carries_the_headers_that_protect(string path, int status)
    {
        await changing.MovedAwayAsync();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await changing.Site.Visitor.GetAsync(path);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
            Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
            Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By") || answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_piece_of_the_font_is_asked_for_once_and_nothing_else_is_to_be_had_there()
    {
        var style = await changing.Site.Visitor.GetStringAsync("/assets/fonts.css");
        var pieces = Regex.Matches(style, @"url\((fonts/[^)]+\.woff2)\)").Select(piece => piece.Groups[1].Value).ToList();
        Assert.InRange(pieces.Count, 50, 120);
        foreach (var piece in pieces)
        {
            using var answer = await changing.Site.Visitor.GetAsync("/assets/" + piece);
            Assert.Equal(("font/woff2", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl is { Public: true, MaxAge.TotalDays: 365 }));
            Assert.StartsWith("wOF2", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var other in new[] { "100.woff2", "..%2fappsettings.json", "..%5cappsettings.json", "%2e%2e", "%00", new string('a', 300) })
        {
            using var answer = await changing.Site.Visitor.GetAsync("/assets/fonts/" + other);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{other}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_mishap_is_told_in_words_with_a_number_and_without_its_cause()
    {
        using var answer = await changing.Site.Visitor.GetAsync("/fault");
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("この番号をお伝えください", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Fault.Cause, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("forms/okusuri-card.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment")]
    [InlineData("forms/doctor-rota.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment")]
    [InlineData("forms/okusuri-card.pdf", "application/pdf", null)]
    public async Task A_file_comes_as_what_it_is_and_can_do_nothing(string file, string type, string? disposition)
    {
        using var answer = await changing.Site.Visitor.GetAsync("/media/" + file);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith("sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    /// <summary>Nobody's page is made from another's headers: neither the one they get, nor the one that is kept for others.</summary>
    [Theory]
    [InlineData("/"), InlineData("/guides/acp/talking"), InlineData("/guides/acp/print"), InlineData("/forms"), InlineData("/feed.xml"), InlineData("/sitemap.xml"), InlineData("/opensearch.xml"), InlineData("/robots.txt")]
    public async Task What_anyone_can_write_into_a_request_is_in_no_page_that_others_get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var name in new[] { "X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "Forwarded", "Referer", "Origin", "User-Agent", "X-Forwarded-For" }) request.Headers.TryAddWithoutValidation(name, "https://evil.test/");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "DELETE");
        using var poisoned = await changing.Site.Visitor.SendAsync(request);
        var (theirs, others) = (await poisoned.Content.ReadAsStringAsync(), await changing.Site.Visitor.GetStringAsync(path));
        Assert.Equal(HttpStatusCode.OK, poisoned.StatusCode);
        Assert.Equal(others, theirs);
        Assert.DoesNotContain("evil.test", others, StringComparison.Ordinal);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.test" } };
        using var refused = await changing.Site.Visitor.SendAsync(elsewhere);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task No_other_site_may_read_along()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.xml") { Headers = { { "Origin", "https://evil.test" } } };
        using var answer = await changing.Site.Visitor.SendAsync(request);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "(missing)";
}

/// <summary>A module with a page that has a mishap, and one that throws its answer away.</summary>
internal sealed class Fault : IModule
{
    public const string Cause = "the-cause-nobody-needs-to-know";

    public string Id => "Fault";

    public string Name => "Fault";

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void Routes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fault", IResult () => throw new InvalidOperationException(Cause));
        // As the framework itself does where a file has gone.
        routes.MapGet("/begun-anew", (HttpContext context) => context.Response.Clear());
    }
}
