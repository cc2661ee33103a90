using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;

namespace Zaitaku.Cms.Routing;

/// <summary>What is at the end of a link.</summary>
public enum LinkEnd
{
    /// <summary>Another site, a telephone, a mail, a place on the same page.</summary>
    Elsewhere,

    /// <summary>Not an address at all, or one without the leading slash.</summary>
    NoAddress,

    /// <summary>A page or file that everyone may read.</summary>
    Open,

    /// <summary>A page or file that only some may read.</summary>
    Narrower,

    /// <summary>A page that is not published.</summary>
    Draft,

    /// <summary>A page whose address has changed.</summary>
    Moved,

    /// <summary>Nothing.</summary>
    Nowhere,
}

/// <summary>A page that a link may lead to.</summary>
/// <param name="Path">Without the leading slash.</param>
public sealed record LinkablePage(string Title, string Path);

/// <summary>Asks what links of the site lead to.</summary>
public sealed class SiteLinks(SiteDb db, IEnumerable<StandingPage> standing, IEnumerable<DerivedAddress> derived)
{
    private const string MediaPrefix = "media/";

    /// <summary>The pages that everyone may read, by title.</summary>
    public Task<List<LinkablePage>> OpenPagesAsync(CancellationToken cancel = default) =>
        Routes.Where(row => row.Published && row.Audience == Audience.Public).OrderBy(row => row.Title).Select(row => new LinkablePage(row.Title, row.Path)).ToListAsync(cancel);

    public async Task<LinkEnd> EndOfAsync(string url, CancellationToken cancel = default)
    {
        if (url.Length == 0) return LinkEnd.NoAddress;
        if (url[0] == '#' || url.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal)) return LinkEnd.Elsewhere;
        if (url[0] != '/' || url.StartsWith("//", StringComparison.Ordinal)) return LinkEnd.NoAddress;
        var path = Uri.UnescapeDataString(url.Split('#', '?')[0]).Trim('/');
        if (path.Any(char.IsControl)) return LinkEnd.Nowhere;
        if (path.Length == 0 || standing.Any(page => page.Path == path)) return LinkEnd.Open;
        return path.StartsWith(MediaPrefix, StringComparison.Ordinal) ? await FileAsync(path[MediaPrefix.Length..], cancel) : await PageAsync(path, cancel);
    }

    private IQueryable<AutoroutePartIndex> Routes => db.Set<AutoroutePartIndex>().IgnoreQueryFilters().AsNoTracking();

    private async Task<LinkEnd> FileAsync(string path, CancellationToken cancel)
    {
        var audience = await db.Set<MediaFile>().IgnoreQueryFilters().Where(file => file.Path == path).Select(file => (Audience?)file.Audience).FirstOrDefaultAsync(cancel);
        return audience is null ? LinkEnd.Nowhere : audience == Audience.Public ? LinkEnd.Open : LinkEnd.Narrower;
    }

    private async Task<LinkEnd> PageAsync(string path, CancellationToken cancel)
    {
        var names = derived.Where(address => path.EndsWith(address.Suffix, StringComparison.Ordinal)).Select(address => path[..^address.Suffix.Length]).Append(path).ToList();
        var rows = await Routes.Where(row => names.Contains(row.Path)).Select(row => new { row.Published, row.Audience }).ToListAsync(cancel);
        if (rows.Find(row => row.Published) is { } page) return page.Audience == Audience.Public ? LinkEnd.Open : LinkEnd.Narrower;
        if (rows.Count > 0) return LinkEnd.Draft;
        return await db.Set<Redirect>().AnyAsync(redirect => redirect.Path == path, cancel) ? LinkEnd.Moved : LinkEnd.Nowhere;
    }
}
