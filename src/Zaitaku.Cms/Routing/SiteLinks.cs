using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;

namespace Zaitaku.Cms.Routing;

public enum LinkEndKind
{
    /// <summary>Another site, a telephone, a mail, a place on the same page.</summary>
    Elsewhere,

    /// <summary>Not an address at all, or one without the leading slash.</summary>
    NoAddress,

    Page,
    File,

    /// <summary>A page that is not published.</summary>
    Draft,

    /// <summary>A page whose address has changed.</summary>
    Moved,

    /// <summary>Nothing.</summary>
    Nowhere,

    /// <summary>No file, though the address is one of a file.</summary>
    NoFile,
}

/// <summary>What is at the end of a link.</summary>
/// <param name="Audience">Who may read the page or the file.</param>
/// <param name="NowAt">The path of a moved page, without the leading slash.</param>
public readonly record struct LinkEnd(LinkEndKind Kind, Audience Audience = Audience.Public, string? NowAt = null);

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
        if (url.Length == 0) return new(LinkEndKind.NoAddress);
        if (url[0] == '#' || url.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal)) return new(LinkEndKind.Elsewhere);
        if (url[0] != '/' || url.StartsWith("//", StringComparison.Ordinal)) return new(LinkEndKind.NoAddress);
        var path = Uri.UnescapeDataString(url.Split('#', '?')[0]).Trim('/');
        if (path.Any(char.IsControl)) return new(LinkEndKind.Nowhere);
        if (path.Length == 0 || standing.Any(page => page.Path == path)) return new(LinkEndKind.Page);
        return path.StartsWith(MediaPrefix, StringComparison.Ordinal) ? await FileAsync(path[MediaPrefix.Length..], cancel) : await PageAsync(path, cancel);
    }

    private IQueryable<AutoroutePartIndex> Routes => db.Set<AutoroutePartIndex>().IgnoreQueryFilters().AsNoTracking();

    private async Task<LinkEnd> FileAsync(string path, CancellationToken cancel) =>
        await db.Set<MediaFile>().IgnoreQueryFilters().Where(file => file.Path == path).Select(file => (Audience?)file.Audience).FirstOrDefaultAsync(cancel) is { } audience
            ? new(LinkEndKind.File, audience) : new(LinkEndKind.NoFile);

    private async Task<LinkEnd> PageAsync(string path, CancellationToken cancel)
    {
        var names = derived.Where(address => path.EndsWith(address.Suffix, StringComparison.Ordinal)).Select(address => path[..^address.Suffix.Length]).Append(path).ToList();
        var rows = await Routes.Where(row => names.Contains(row.Path)).Select(row => new { row.Published, row.Audience }).ToListAsync(cancel);
        if (rows.Find(row => row.Published) is { } page) return new(LinkEndKind.Page, page.Audience);
        if (rows.Count > 0) return new(LinkEndKind.Draft);
        var now = await db.Set<Redirect>().Where(redirect => redirect.Path == path).Join(Routes, redirect => redirect.ContentItemId, row => row.ContentItemId, (_, row) => row.Path).FirstOrDefaultAsync(cancel);
        return now is null ? new(LinkEndKind.Nowhere) : new(LinkEndKind.Moved, NowAt: now);
    }
}
