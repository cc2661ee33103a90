using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Rendering;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Pages.Site;

/// <param name="IsEasy">Whether it is the やさしい日本語 edition of the page above it, which may have the same title.</param>
public sealed record SitemapBranch(Crumb Link, IReadOnlyList<SitemapBranch> Children, bool IsEasy = false);

/// <summary>Every page of the site, as a tree of addresses; the main menu's entries are its trunks.</summary>
public sealed class SitemapModel(SiteDb db, Menus menus, IEnumerable<StandingPage> standing, PageTags tags) : PageModel
{
    public IReadOnlyList<SitemapBranch> Branches { get; private set; } = [];

    /// <summary>Pages that stand under no entry of the main menu.</summary>
    public IReadOnlyList<SitemapBranch> Rest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var pages = await db.Set<AutoroutePartIndex>().Where(r => r.Published && r.Path != "").OrderBy(r => r.Id)
            .Select(r => new Crumb(r.Title, r.Path)).ToListAsync(cancel);
        var easy = await (from route in db.Set<AutoroutePartIndex>()
                          where route.Published
                          join edition in db.Set<LocalizationPartIndex>() on route.ContentItemVersionId equals edition.ContentItemVersionId
                          where edition.Culture == Cultures.Easy
                          select route.Path).ToHashSetAsync(cancel);
        var trunks = (await menus.LinksAsync("main-menu")).Select(link => new Crumb(link.Title, link.Url.Trim('/'))).ToList();
        Branches = [.. trunks.Select(trunk => new SitemapBranch(trunk, Under(trunk.Path, pages, easy))).Where(b => b.Children.Count > 0)];
        Rest = [.. pages.Where(p => !p.Path.Contains('/') && Branches.All(b => b.Link.Path != p.Path)).Select(p => new SitemapBranch(p, Under(p.Path, pages, easy))), .. Titled()];
        tags.Add(PageTag.Site);
        tags.Add(PageTag.Everything);
    }

    private IEnumerable<SitemapBranch> Titled() =>
        standing.Where(page => page.Title is not null && Branches.All(branch => branch.Link.Path != page.Path)).Select(page => new SitemapBranch(new Crumb(page.Title!, page.Path), []));

    private static List<SitemapBranch> Under(string path, List<Crumb> pages, HashSet<string> easy) =>
    [
        .. pages.Where(p => p.Path.StartsWith(path + "/", StringComparison.Ordinal) && !p.Path[(path.Length + 1)..].Contains('/'))
            .Select(p => new SitemapBranch(p, Under(p.Path, pages, easy), easy.Contains(p.Path))),
    ];
}
