using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Versions;

/// <summary>Section of the site's settings: how many old drafts are kept.</summary>
public sealed class VersionThinningSettings
{
    /// <summary>Drafts older than this many days go.</summary>
    public int Days { get; set; } = 730;

    /// <summary>Of one item so many drafts stay at most, the latest ones.</summary>
    public int PerItem { get; set; } = 50;
}

/// <summary>
/// Removes old drafts. What readers have ever seen is kept for good, and so are the version editors go on from, the one the trash would give back,
/// what others hold, and whatever was saved in the last days.
/// </summary>
public sealed class VersionThinning(SiteDb db, SiteDocuments documents, VersionWriter writer, VersionHolds holds)
{
    /// <summary>Nothing younger goes, however many there are: somebody may still be merging it.</summary>
    private const int NewDays = 7;

    /// <summary>Items looked at in one write, so that no editor waits long.</summary>
    private const int Batch = 20;

    /// <returns>How many versions were removed.</returns>
    public async Task<int> DoAsync(DateTime now, CancellationToken cancel)
    {
        var settings = (await documents.GetAsync<SiteSettings>(cancel)).Section<VersionThinningSettings>();
        var removed = 0;
        foreach (var ids in (await ItemsAsync(settings, now, cancel)).Chunk(Batch)) removed += await db.WriteAsync(() => ThinAsync(ids, settings, now, cancel), cancel);
        return removed;
    }

    /// <summary>Items that may have something to remove.</summary>
    private async Task<List<string>> ItemsAsync(VersionThinningSettings settings, DateTime now, CancellationToken cancel)
    {
        var before = now.AddDays(-Math.Max(settings.Days, NewDays));
        var old = await Archive.Where(version => version.ModifiedUtc < before).Select(version => version.ContentItemId).Distinct().ToListAsync(cancel);
        var many = await Archive.GroupBy(version => version.ContentItemId).Where(item => item.Count() > settings.PerItem).Select(item => item.Key).ToListAsync(cancel);
        return [.. old.Union(many).Order(StringComparer.Ordinal)];
    }

    private IQueryable<ContentItem> Archive => db.Content.IgnoreQueryFilters().AsNoTracking().Where(version => !version.Latest && !version.Published);

    private async Task<int> ThinAsync(string[] ids, VersionThinningSettings settings, DateTime now, CancellationToken cancel)
    {
        var heads = await db.Content.IgnoreQueryFilters().Where(version => ids.Contains(version.ContentItemId)).OrderBy(version => version.Id)
            .Select(version => new Head(version.ContentItemId, version.ContentItemVersionId, version.Latest || version.Published, version.ModifiedUtc, version.PublishedUtc)).ToListAsync(cancel);
        var trashed = await db.Set<TrashedItem>().IgnoreQueryFilters().Where(row => ids.Contains(row.ContentItemId)).Select(row => row.ContentItemVersionId).ToListAsync(cancel);
        var due = heads.GroupBy(head => head.ContentItemId).SelectMany(item => Due([.. item], trashed, settings, now)).ToList();
        var held = await holds.HeldAsync(due, cancel);
        due.RemoveAll(held.ContainsKey);
        var versions = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(version => due.Contains(version.ContentItemVersionId)).ToListAsync(cancel);
        if (versions.Count > 0) await writer.DeleteAsync(versions, cancel);
        return versions.Count;
    }

    /// <param name="item">The versions of one item, in the order they were written.</param>
    private static IEnumerable<string> Due(Head[] item, List<string> trashed, VersionThinningSettings settings, DateTime now)
    {
        var seen = new HashSet<DateTime>();
        var drafts = new List<Head>();
        foreach (var head in item)
        {
            // A draft carries the time its forerunner was published at: only the first to bear it is what readers saw, or one that says it was published after it was changed.
            var wasLive = head.PublishedUtc is { } at && (seen.Add(at) || at >= head.ModifiedUtc);
            if (!wasLive && !head.IsCurrent && !trashed.Contains(head.ContentItemVersionId)) drafts.Add(head);
        }

        var (old, young) = (now.AddDays(-settings.Days), now.AddDays(-NewDays));
        var tooMany = drafts.Count - settings.PerItem;
        return drafts.Where((head, place) => head.ModifiedUtc < young && (head.ModifiedUtc < old || place < tooMany)).Select(head => head.ContentItemVersionId);
    }

    private sealed record Head(string ContentItemId, string ContentItemVersionId, bool IsCurrent, DateTime? ModifiedUtc, DateTime? PublishedUtc);
}
