using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Site.Tests.Pages;

namespace Zaitaku.Site.Tests.Workplace;

/// <summary>Someone writes markup into every field of every kind of content. Wherever it is shown, to readers and to colleagues, it is text (ASVS 1.2.1, 1.2.2).</summary>
public sealed class StoredScriptTests
{
    private const string Attack = "\"'><img src=x onerror=alert(1)><svg/onload=alert(2)><script>alert(3)</script>＜script＞{{7*7}}@(7*7)";

    private static readonly string[] Links = ["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.test/", "JaVaScRiPt:alert(1)"];

    [Fact]
    public async Task Markup_in_any_field_is_text_wherever_it_is_shown()
    {
        await using var site = await WorkplaceSite.StartAsync();
        using var admin = new Colleague(site, RoleNames.Administrator, "hanako");
        var (saved, turn) = (0, 0);
        List<string> broken = [], pages = ["/", "/guides", "/handbooks", "/forms", "/sitemap", "/admin", "/admin/content", "/admin/audit-trail", "/admin/checks", "/admin/trash"];
        foreach (var type in new[] { "Guidebook", "Chapter", "Leaflet", "Worksheet", "GlossaryTerm", "FormSheet", "Department", "Page", "HomePage", "Menu" })
        {
            var id = await site.InScopeAsync(services => services.GetRequiredService<SiteDb>().Content.IgnoreQueryFilters().Where(i => i.ContentType == type && i.Published).Select(i => i.ContentItemId).FirstAsync());
            var page = await admin.PageAsync($"/admin/content/{id}");
            var texts = page.QuerySelectorAll<IHtmlElement>("form.editor input[type=text][name], form.editor textarea[name], form.editor input[type=url][name], form.editor input:not([type])[name]")
                .Select(control => control.GetAttribute("name")!).Where(name => !name.Contains("Autoroute", StringComparison.Ordinal)).Distinct().ToList();
            Assert.NotEmpty(texts);
            var form = Colleague.FormOf(page);
            // One field after the other where all at once are refused: a refusal of one must not hide the rest.
            foreach (var fields in texts.Select(name => new[] { name }).Prepend([.. texts]))
            {
                var values = fields.Select(name => (name, name.Contains("Url", StringComparison.OrdinalIgnoreCase) ? Links[turn++ % Links.Length] : $"{Attack} {name}")).ToArray();
                using var answer = await admin.PostAsync($"/admin/content/{id}", [.. Colleague.Changed(form, values), new("act", "publish-over")]);
                Assert.True((int)answer.StatusCode is 302 or 400 or 409, $"{type} {fields[0]}: {(int)answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.Redirect) saved++;
                else Look(broken, $"{type} {fields[0]} refused", await answer.Content.ReadAsStringAsync());
                form = Colleague.FormOf(await admin.PageAsync($"/admin/content/{id}"));
            }

            var versions = await site.VersionsAsync(id);
            pages.AddRange([$"/admin/content/{id}", $"/admin/content/{id}/versions?a={versions[0].ContentItemVersionId}&b={versions[^1].ContentItemVersionId}", $"/admin/content/{id}/preview", $"/admin/content/{id}/order"]);
        }

        Assert.True(saved > 20, $"Only {saved} forms were taken.");
        pages.AddRange(await site.SitemapAsync());
        foreach (var path in pages.Distinct())
        {
            using var answer = await admin.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType == "text/html") Look(broken, path, await answer.Content.ReadAsStringAsync());
        }

        // What machines read is well-formed, whatever stands in it.
        foreach (var path in new[] { "/feed.xml", "/sitemap.xml" }) System.Xml.Linq.XDocument.Parse(await site.Visitor.GetStringAsync(path));
        Assert.Empty(broken);
    }

    private static void Look(List<string> broken, string where, string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.All)
        {
            var isScript = element.LocalName == "script" && element.GetAttribute("src") is null && element.GetAttribute("type") is not ("application/ld+json" or "application/json");
            var acts = element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var leads = element.Attributes.Where(attribute => attribute.Name is "href" or "src" or "action" or "formaction").Select(attribute => string.Concat(attribute.Value.Where(letter => letter > ' ')))
                .Any(address => address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("data:text", StringComparison.OrdinalIgnoreCase));
            if (isScript || acts || leads) broken.Add($"{where}: {element.OuterHtml[..Math.Min(element.OuterHtml.Length, 120)]}");
        }

        if (page.Body!.TextContent.Contains("{{49}}", StringComparison.Ordinal) || html.Contains("@(49)", StringComparison.Ordinal)) broken.Add($"{where}: a template was run");
    }
}
