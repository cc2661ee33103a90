using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Content;

/// <summary>Writes rows of versions and, in the same breath, their index rows; says which cached pages have become stale.</summary>
public sealed class VersionWriter(SiteDb db, IEnumerable<ContentIndex> indexes, VersionHolds holds, IEnumerable<ContentFollower> followers)
{
    private readonly List<ContentIndex> indexes = [.. indexes];

    /// <summary>Chapters are written one after the other: their guide need not be asked each time, until it is itself written.</summary>
    private (IDbContextTransaction Transaction, string Id, Audience Audience)? lastContainer;

    /// <summary>The items this write has touched, for those who follow it.</summary>
    private (IDbContextTransaction Transaction, HashSet<string> Ids)? touched;

    private bool gathers;
    private int waiting;

    /// <summary>Writes a version as the latest, and as the published one when it says so, retiring the rows it takes over from.</summary>
    /// <param name="known">The row it replaces, where that is neither the latest nor the published one.</param>
    public async Task WriteAsync(ContentItem item, ContentItem? latest, ContentItem? published, CancellationToken cancel, ContentItem? known = null)
    {
        if (published is not null && item.Published && published.ContentItemVersionId != item.ContentItemVersionId)
        {
            await RetireAsync(published, keepAsDraft: false, cancel);
        }

        if (latest is not null && item.Latest && latest.ContentItemVersionId != item.ContentItemVersionId && latest.ContentItemVersionId != published?.ContentItemVersionId)
        {
            await RetireAsync(latest, keepAsDraft: false, cancel);
        }
        else if (latest is not null && item.Latest && !item.Published && latest.ContentItemVersionId == published?.ContentItemVersionId)
        {
            await FlagAsync(latest, stillLatest: false, stillPublished: true, cancel);
        }

        var before = (published ?? latest)?.Audience ?? Audience.Public;
        item.Audience = await AudienceOfAsync(item, cancel);
        known = latest?.ContentItemVersionId == item.ContentItemVersionId ? latest
            : published?.ContentItemVersionId == item.ContentItemVersionId ? published : known;
        await PutAsync(item, known, cancel);
        if (item.Audience != before && (item.Published || published is null)) await LeadAsync(item.ContentItemId, item.Audience, [], cancel);
    }

    /// <summary>Writes the row as it is, new or in the place of a known one, and its index rows.</summary>
    public async Task PutAsync(ContentItem item, ContentItem? known, CancellationToken cancel)
    {
        if (known is not null) await WriteWaitingAsync(cancel);
        var row = item.Copy();
        row.Revision = (known?.Revision ?? 0) + 1;
        var entry = db.Entry(row);
        if (known is null)
        {
            entry.State = EntityState.Added;
        }
        else
        {
            entry.Property(i => i.Id).CurrentValue = known.Id;
            entry.State = EntityState.Modified;
            entry.Property(i => i.Revision).OriginalValue = known.Revision;
        }

        await IndexAsync(row, isNew: known is null, cancel);
        item.Revision = row.Revision;
        Evict(item);
        if (gathers && known is null) waiting++;
        else await SaveAsync(cancel);
    }

    /// <summary>Rows of new versions written meanwhile wait for the end, or for a write that changes a row: one round trip for many.</summary>
    internal async Task GatherAsync(Func<Task> write, CancellationToken cancel)
    {
        (gathers, waiting) = (true, 0);
        try
        {
            await write();
            await WriteWaitingAsync(cancel);
        }
        finally
        {
            gathers = false;
        }
    }

    private Task WriteWaitingAsync(CancellationToken cancel) => waiting == 0 ? Task.CompletedTask : SaveAsync(cancel);

    private async Task SaveAsync(CancellationToken cancel)
    {
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);
        db.ChangeTracker.Clear();
        waiting = 0;
    }

    /// <summary>Takes the flags from a version: it becomes a draft, or goes to the archive where no index row speaks of it.</summary>
    public async Task<ContentItem> RetireAsync(ContentItem item, bool keepAsDraft, CancellationToken cancel)
    {
        await FlagAsync(item, stillLatest: keepAsDraft, stillPublished: false, cancel);
        return item;
    }

    /// <summary>Deletes versions with their index rows.</summary>
    /// <exception cref="InvalidOperationException">One of them is held (<see cref="VersionHold"/>). Whoever deletes asks beforehand.</exception>
    public async Task DeleteAsync(IReadOnlyCollection<ContentItem> versions, CancellationToken cancel)
    {
        var ids = versions.Select(v => v.ContentItemVersionId).ToList();
        if (await holds.HeldAsync(ids, cancel) is { Count: > 0 } held) throw new InvalidOperationException($"Versions that are held cannot be deleted: {string.Join(", ", held.Keys)}");
        await ContentIndex.ClearAsync(db, indexes, ids, cancel);
        foreach (var version in versions) Touch(version.ContentItemId);
        await db.Content.IgnoreQueryFilters().Where(i => ids.Contains(i.ContentItemVersionId)).ExecuteDeleteAsync(cancel);
        foreach (var version in versions) Evict(version);
    }

    private async Task FlagAsync(ContentItem item, bool stillLatest, bool stillPublished, CancellationToken cancel)
    {
        await WriteWaitingAsync(cancel);
        item.Latest = stillLatest;
        item.Published = stillPublished;
        await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemVersionId == item.ContentItemVersionId)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Latest, stillLatest).SetProperty(i => i.Published, stillPublished), cancel);
        await IndexAsync(item, isNew: false, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        Evict(item);
    }

    /// <summary>Makes the index rows of a version again. Archived versions have none.</summary>
    internal async Task IndexAsync(ContentItem item, bool isNew, CancellationToken cancel)
    {
        Touch(item.ContentItemId);
        if (!isNew) await ContentIndex.ClearAsync(db, indexes, [item.ContentItemVersionId], cancel);
        if (item is { Latest: false, Published: false }) return;
        foreach (var index in indexes) db.AddRange(index.RowsWithHeader(item));
    }

    private void Touch(string contentItemId)
    {
        if (db.Database.CurrentTransaction is not { } running) return;
        if (touched?.Transaction != running)
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            touched = (running, ids);
            db.BeforeCommit(async cancel =>
            {
                foreach (var follower in followers) await follower.FollowAsync(ids, cancel);
            });
        }

        touched!.Value.Ids.Add(contentItemId);
    }

    /// <summary>
    /// An item in a container is for its container's readers at most: those of the published container, where there is one. So is a copy for the
    /// readers of what it is a copy of.
    /// </summary>
    private async Task<Audience> AudienceOfAsync(ContentItem item, CancellationToken cancel)
    {
        if ((item.Get<ReplacementPart>()?.Of ?? item.Get<ContainedPart>()?.ListContentItemId) is not { Length: > 0 } containerId) return Own(item);
        return Narrower(Own(item), await ContainerAudienceAsync(containerId, cancel));
    }

    private async Task<Audience> ContainerAudienceAsync(string containerId, CancellationToken cancel)
    {
        if (lastContainer is { } last && last.Id == containerId && last.Transaction == db.Database.CurrentTransaction) return last.Audience;
        var container = await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == containerId && (i.Latest || i.Published))
            .OrderByDescending(i => i.Published).Select(i => (Audience?)i.Audience).FirstOrDefaultAsync(cancel) ?? Audience.Public;
        lastContainer = db.Database.CurrentTransaction is { } running ? (running, containerId, container) : null;
        return container;
    }

    /// <summary>A container whose readers have changed takes what it contains along, all the way down.</summary>
    private async Task LeadAsync(string containerId, Audience audience, HashSet<string> led, CancellationToken cancel)
    {
        if (!led.Add(containerId)) return;
        await WriteWaitingAsync(cancel);
        var versionIds = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().Where(row => row.ListContentItemId == containerId)
            .Select(row => row.ContentItemVersionId)
            .Union(db.Set<ReplacementPartIndex>().IgnoreQueryFilters().Where(row => row.Of == containerId).Select(row => row.ContentItemVersionId)).ToListAsync(cancel);
        var children = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => versionIds.Contains(i.ContentItemVersionId)).ToListAsync(cancel);
        foreach (var child in children.Where(child => child.Audience != Narrower(Own(child), audience)))
        {
            child.Audience = Narrower(Own(child), audience);
            await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemVersionId == child.ContentItemVersionId)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Audience, child.Audience), cancel);
            await IndexAsync(child, isNew: false, cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            Evict(child);
            if (child.Published || !children.Exists(c => c.ContentItemId == child.ContentItemId && c.Published))
            {
                await LeadAsync(child.ContentItemId, child.Audience, led, cancel);
            }
        }
    }

    private static Audience Own(ContentItem item) => item.Get<AudiencePart>()?.Audience ?? Audience.Public;

    private static Audience Narrower(Audience one, Audience other) => (Audience)Math.Max((int)one, (int)other);

    private void Evict(ContentItem item)
    {
        if (lastContainer?.Id == item.ContentItemId) lastContainer = null;
        db.Evict(PageTag.Item(item.ContentItemId));
        db.Evict(PageTag.Type(item.ContentType));
        db.Evict(PageTag.Everything);
        if (item.Get<ContainedPart>()?.ListContentItemId is { } container) db.Evict(PageTag.Item(container));
    }
}
