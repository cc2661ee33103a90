using System.Net;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>Addresses that move, and addresses that leave the site.</summary>
[Collection(ChangingSiteTests.Name)]
public sealed class AddressTests(ChangingSite changing)
{
    [Fact]
    public async Task A_lost_visitor_is_helped_on()
    {
        using var answer = await changing.Site.Visitor.GetAsync("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var ways = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));
        Assert.Superset(new HashSet<string?> { "/guides", "/handbooks", "/forms", "/sitemap" }, ways.ToHashSet());
        Assert.NotNull(page.QuerySelector("main a[href^='tel:']"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task A_moved_page_is_found_at_its_old_addresses()
    {
        await changing.ChangeAsync("accessibility", item => item.Alter<AutoroutePart>(part => part.Path = "policy/アクセシビリティ"));
        await AssertMovedAsync("/accessibility", "/policy/%E3%82%A2%E3%82%AF%E3%82%BB%E3%82%B7%E3%83%93%E3%83%AA%E3%83%86%E3%82%A3");
        await changing.ChangeAsync("policy/アクセシビリティ", item => item.Alter<AutoroutePart>(part => part.Path = "policy/accessibility"));
        await AssertMovedAsync("/accessibility", "/policy/accessibility");
        await AssertMovedAsync("/policy/%E3%82%A2%E3%82%AF%E3%82%BB%E3%82%B7%E3%83%93%E3%83%AA%E3%83%86%E3%82%A3", "/policy/accessibility");
        await AssertMovedAsync("/accessibility?from=mail", "/policy/accessibility?from=mail");
        await changing.ChangeAsync("policy/accessibility", item => item.Alter<AutoroutePart>(part => part.Path = "accessibility"));
        using var back = await changing.Site.Visitor.GetAsync("/accessibility");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await AssertMovedAsync("/policy/accessibility", "/accessibility");
    }

    [Fact]
    public async Task A_moved_page_that_is_not_for_everyone_tells_no_one_where_it_went()
    {
        await changing.PublishAsync("""{ "ContentType": "Page", "TitlePart": { "Title": "職員の予定" }, "AutoroutePart": { "Path": "plan" }, "AudiencePart": { "Audience": "Staff" }, "MarkdownBodyPart": { "Markdown": "本文" } }""");
        await changing.ChangeAsync("plan", item => item.Alter<AutoroutePart>(part => part.Path = "plan-of-staff"));
        using var answer = await changing.Site.Visitor.GetAsync("/plan");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("plan-of-staff", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/"), InlineData("/guides"), InlineData("/guides/acp"), InlineData("/guides/acp/money"), InlineData("/guides/acp/money?furigana=on"), InlineData("/about")]
    public async Task A_page_names_its_one_address_from_the_settings(string path)
    {
        var port = new Uri(changing.Site.Address).Port;
        foreach (var host in new[] { $"localhost:{port}", "localhost", "127.0.0.1:9" })
        {
            var answer = await RawAnswer.ToAsync(changing.Site, $"GET {path} HTTP/1.1", $"Host: {host}");
            Assert.Equal(200, answer.Status);
            Assert.Contains($"<link rel=\"canonical\" href=\"{ChangingSite.BaseUrl}{path.Split('?')[0]}\">", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/sitemap.xml"), InlineData("/feed.xml"), InlineData("/robots.txt"), InlineData("/guides/acp/print")]
    public async Task What_leaves_the_site_names_it_as_the_settings_do(string path)
    {
        var answer = await RawAnswer.ToAsync(changing.Site, $"GET {path} HTTP/1.1", "Host: localhost:81");
        Assert.Contains(ChangingSite.BaseUrl + "/", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", answer.Body, StringComparison.Ordinal);
    }

    private async Task AssertMovedAsync(string from, string to)
    {
        using var answer = await changing.Site.Visitor.GetAsync(from);
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        using var arrived = await changing.Site.Visitor.GetAsync(to);
        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
    }
}
