using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Proofing.Links.External;

/// <summary>A link that leads nowhere, and the pages on which readers meet it.</summary>
public sealed record BrokenLink(ExternalLink Link, IReadOnlyList<(string Id, string Title)> Pages);

/// <summary>Links to other sites that have led nowhere for long enough, on pages that the one who asks may see.</summary>
public sealed class BrokenLinks(SiteDb db, IgnoredLinks ignored, LinkSettings settings)
{
    public async Task<List<BrokenLink>> ListAsync(CancellationToken cancel = default)
    {
        var rows = await (from link in Broken
                          join use in db.Set<LinkUse>() on link.Url equals use.Target
                          where use.Published && use.IsExternal
                          join item in db.Content on use.ContentItemVersionId equals item.ContentItemVersionId
                          orderby link.FailingSinceUtc, link.Url, item.DisplayText
                          select new { link, item.ContentItemId, item.DisplayText }).ToListAsync(cancel);
        var covered = await ignored.AllAsync(cancel);
        return [.. rows.GroupBy(row => row.link.Id).Where(link => !covered.Exists(one => one.Covers(link.First().link.Url)))
            .Select(link => new BrokenLink(link.First().link, [.. link.Select(row => (row.ContentItemId, row.DisplayText ?? ""))]))];
    }

    /// <summary>Those among these addresses that are broken.</summary>
    public async Task<Dictionary<string, ExternalLink>> AmongAsync(IReadOnlyCollection<string> urls, CancellationToken cancel = default)
    {
        if (urls.Count == 0) return [];
        var links = await Broken.Where(link => urls.Contains(link.Url)).ToListAsync(cancel);
        var covered = links.Count == 0 ? [] : await ignored.AllAsync(cancel);
        return links.Where(link => !covered.Exists(one => one.Covers(link.Url))).ToDictionary(link => link.Url);
    }

    /// <summary>When links were last asked; null before the first night.</summary>
    public Task<DateTime?> LastAsync(CancellationToken cancel = default) => db.Set<LinkNight>().MaxAsync(night => night.FinishedUtc, cancel);

    private IQueryable<ExternalLink> Broken => db.Set<ExternalLink>().AsNoTracking().Where(link => link.Nights >= settings.NightsUntilBroken);
}
