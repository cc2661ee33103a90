using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>What machines read of the whole site.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class FeedsTests(SampleSite sample)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_sitemap_lists_every_public_page_and_each_of_them_answers()
    {
        var listed = await sample.Site.SitemapAsync();
        await using var scope = sample.Site.Services.CreateAsyncScope();
        var items = await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<AutoroutePartIndex>().Where(route => route.Published).Select(route => "/" + route.Path).ToListAsync();
        Assert.Equal(items.Concat(SamplePages.Standing).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        foreach (var path in listed)
        {
            using var answer = await sample.Site.Visitor.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task The_sitemap_for_people_lists_the_same_pages()
    {
        var links = (await sample.Site.PageAsync("/sitemap")).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!);
        Assert.Empty((await sample.Site.SitemapAsync()).Except(links).Except(["/", "/sitemap"]));
    }

    [Fact]
    public async Task The_feed_is_a_good_atom_feed()
    {
        using var answer = await sample.Site.Visitor.GetAsync("/feed.xml");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        AssertWords(feed, "id", "title", "updated");
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.EndsWith("/feed.xml", Link(feed, "self"), StringComparison.Ordinal);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.InRange(entries.Count, 10, 30);
        Assert.All(entries, entry => AssertWords(entry, "id", "title", "updated", "published"));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(entries.Max(entry => (DateTimeOffset)entry.Element(Atom + "updated")!), (DateTimeOffset)feed.Element(Atom + "updated")!);
        foreach (var entry in entries)
        {
            using var page = await sample.Site.Visitor.GetAsync(new Uri(Link(entry, "alternate")).PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Robots_are_told_where_the_sitemap_is_and_what_is_not_theirs()
    {
        var robots = await sample.Site.Visitor.GetStringAsync("/robots.txt");
        Assert.Contains($"Sitemap: {sample.Site.Address}/sitemap.xml", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /admin", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_that_the_site_lives_and_what_it_stands_on()
    {
        Assert.Equal("Healthy", await sample.Site.Visitor.GetStringAsync("/health/live"));
        var ready = JsonDocument.Parse(await sample.Site.Visitor.GetStringAsync("/health/ready")).RootElement;
        Assert.Equal("Healthy", ready.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
        Assert.True(ready.GetProperty("checks").TryGetProperty("disk", out _));
        Assert.True(ready.GetProperty("checks").TryGetProperty("pdf", out _));
    }

    private static void AssertWords(XElement element, params string[] names) => Assert.All(names, name => Assert.NotEmpty(Assert.Single(element.Elements(Atom + name)).Value));

    private static string Link(XElement element, string rel) => element.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == rel).Attribute("href")!.Value;
}
