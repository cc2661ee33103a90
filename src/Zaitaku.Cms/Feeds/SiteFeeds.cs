using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;

namespace Zaitaku.Cms.Feeds;

/// <summary>What machines read of the whole site: sitemap.xml, feed.xml (Atom), robots.txt. All of it through the viewer's eyes.</summary>
internal static class SiteFeeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const int FeedLength = 30;
    private const int SitemapLength = 50_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/sitemap.xml", SitemapAsync);
        routes.MapRead("/feed.xml", FeedAsync);
        routes.MapRead("/robots.txt", RobotsAsync);
    }

    private static async Task<IResult> SitemapAsync(SiteDb db, SiteAddress address, IEnumerable<StandingPage> standing, CancellationToken cancel)
    {
        var pages = await db.Set<AutoroutePartIndex>().Where(r => r.Published).OrderBy(r => r.Path).Take(SitemapLength)
            .Select(r => new { r.Path, r.ModifiedUtc }).ToListAsync(cancel);
        var locations = new List<(string Url, DateTime? Modified)>();
        foreach (var page in standing) locations.Add((await address.OfAsync(page.Path, cancel), null));
        foreach (var page in pages) locations.Add((await address.OfAsync(page.Path, cancel), page.ModifiedUtc));
        return Xml("application/xml", writer =>
        {
            writer.WriteStartElement("urlset", Sitemap);
            foreach (var (url, modified) in locations)
            {
                writer.WriteStartElement("url", Sitemap);
                writer.WriteElementString("loc", Sitemap, url);
                if (modified is { } at) writer.WriteElementString("lastmod", Sitemap, XmlConvert.ToString(at, XmlDateTimeSerializationMode.Utc));
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static async Task<IResult> FeedAsync(SiteDb db, SiteAddress address, SiteDocuments documents, IEnumerable<FeedSource> sources, CancellationToken cancel)
    {
        var pages = await db.Set<AutoroutePartIndex>().Where(r => r.Published && r.Path != "").OrderByDescending(r => r.PublishedUtc).Take(FeedLength)
            .Select(r => new { r.Path, r.Title, r.ContentItemId, r.PublishedUtc, r.ModifiedUtc }).ToListAsync(cancel);
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        var home = await address.OfAsync("", cancel);
        var self = await address.OfAsync("feed.xml", cancel);
        var entries = new List<(string Url, string Title, string Id, DateTime Published, DateTime Updated, string? Summary)>();
        // What was told at the same moment as a page was published is told first.
        foreach (var source in sources)
        {
            foreach (var entry in await source.EntriesAsync(cancel))
            {
                entries.Add(($"{await address.OfAsync(entry.Path, cancel)}#{entry.Fragment}", entry.Title, entry.Id, entry.PublishedUtc, entry.PublishedUtc, entry.Summary));
            }
        }

        foreach (var page in pages)
        {
            var published = page.PublishedUtc ?? DateTime.UnixEpoch;
            entries.Add((await address.OfAsync(page.Path, cancel), page.Title, page.ContentItemId, published, page.ModifiedUtc ?? published, null));
        }

        return Xml("application/atom+xml", writer =>
        {
            writer.WriteStartElement("feed", Atom);
            writer.WriteElementString("title", Atom, settings.SiteName ?? home);
            writer.WriteElementString("id", Atom, home);
            writer.WriteElementString("updated", Atom, Time(entries.Select(e => e.Updated).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
            WriteLink(writer, self, "self");
            WriteLink(writer, home, "alternate");
            WriteAuthor(writer, settings.SiteName ?? home);
            foreach (var entry in entries.OrderByDescending(e => e.Published).Take(FeedLength))
            {
                writer.WriteStartElement("entry", Atom);
                writer.WriteElementString("title", Atom, entry.Title);
                writer.WriteElementString("id", Atom, "urn:zaitaku:" + entry.Id);
                writer.WriteElementString("published", Atom, Time(entry.Published));
                writer.WriteElementString("updated", Atom, Time(entry.Updated));
                WriteLink(writer, entry.Url, "alternate");
                if (entry.Summary is { Length: > 0 } summary) writer.WriteElementString("summary", Atom, summary);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    private static async Task<string> RobotsAsync(SiteAddress address, CancellationToken cancel) =>
        $"User-agent: *\nDisallow: /admin\nDisallow: /account\nSitemap: {await address.OfAsync("sitemap.xml", cancel)}\n";

    private static IResult Xml(string mediaType, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) write(writer);
        return Results.Bytes(buffer.ToArray(), mediaType + "; charset=utf-8");
    }

    private static void WriteLink(XmlWriter writer, string href, string rel)
    {
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", rel);
        writer.WriteAttributeString("href", href);
        writer.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter writer, string name)
    {
        writer.WriteStartElement("author", Atom);
        writer.WriteElementString("name", Atom, name);
        writer.WriteEndElement();
    }

    private static string Time(DateTime time) => XmlConvert.ToString(time, XmlDateTimeSerializationMode.Utc);
}
