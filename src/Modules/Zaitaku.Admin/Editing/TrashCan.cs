using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Editing;

/// <summary>ごみ箱: an item that neither readers nor editors meet, with all its versions in the archive until it is brought back or purged.</summary>
public sealed class TrashedItem : IForAudience
{
    public string ContentItemId { get; set; } = "";

    /// <summary>The version that comes back.</summary>
    public string ContentItemVersionId { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string Title { get; set; } = "";
    public Audience Audience { get; set; }
    public DateTime TrashedUtc { get; set; }
    public string? UserName { get; set; }
}

public sealed class TrashedItemTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TrashedItem>(row =>
        {
            row.ToTable("TrashedItem");
            row.HasKey(r => r.ContentItemId);
            row.Property(r => r.ContentItemId).HasMaxLength(26);
            row.Property(r => r.ContentItemVersionId).HasMaxLength(26);
            row.Property(r => r.ContentType).HasMaxLength(255);
            row.Property(r => r.UserName).HasMaxLength(256);
        });
    }
}

/// <summary>Puts items into the trash, brings them back, and purges them.</summary>
public sealed class TrashCan(SiteDb db, ContentStore store, ContentDesk desk, OvertakenRequests requests, VersionHolds holds, Actor actor, TimeProvider clock)
{
    /// <returns>Why it stays where it is, or null.</returns>
    public Task<string?> PutAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return AdminText.NotThere;
        var inside = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().Where(row => row.ListContentItemId == id && row.Latest).CountAsync(cancel);
        if (inside > 0) return AdminText.HasContents(item.DisplayText, inside);
        if (await db.Set<ReplacementPartIndex>().IgnoreQueryFilters().AnyAsync(row => row.Of == id && row.Latest, cancel)) return Replacements.ReplacementText.HasCopy;
        await store.RetireAsync(id, cancel);
        await requests.EndAsync(id, _ => true, cancel);
        db.Add(new TrashedItem
        {
            ContentItemId = id,
            ContentItemVersionId = item.ContentItemVersionId,
            ContentType = item.ContentType,
            Title = item.DisplayText ?? "",
            Audience = item.Audience,
            TrashedUtc = clock.GetUtcNow().UtcDateTime,
            UserName = actor.UserName,
        });
        await db.SaveChangesAsync(cancel);
        await desk.NoteAsync(Acts.Removed, item, cancel);
        return null;
    }, cancel);

    /// <summary>Brings the item back as a draft, without the plan to publish it that it may have had.</summary>
    /// <returns>Why it cannot come back, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> RestoreAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var row = await db.Set<TrashedItem>().AsNoTracking().FirstOrDefaultAsync(r => r.ContentItemId == id, cancel);
        if (row is null || await desk.VersionAsync(id, row.ContentItemVersionId, cancel) is not { } item) return [new("", AdminText.NotThere)];
        item.Published = false;
        item.Data.Remove(nameof(PublishLaterPart));
        var problems = await store.SaveVersionAsync(item, publish: false, cancel);
        if (problems.Count > 0) return problems;
        await db.Set<TrashedItem>().Where(r => r.ContentItemId == id).ExecuteDeleteAsync(cancel);
        await desk.NoteAsync(Acts.Restored, item, cancel);
        return problems;
    }, problems => problems.Count == 0, cancel);

    /// <summary>Deletes every version. Nothing brings it back.</summary>
    /// <returns>Why it stays, or null.</returns>
    public Task<string?> PurgeAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var row = await db.Set<TrashedItem>().AsNoTracking().FirstOrDefaultAsync(r => r.ContentItemId == id, cancel);
        if (row is null || await desk.VersionAsync(id, row.ContentItemVersionId, cancel) is not { } item) return AdminText.NotThere;
        var versions = await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == id).Select(i => i.ContentItemVersionId).ToListAsync(cancel);
        if ((await holds.HeldAsync(versions, cancel)).Values.FirstOrDefault() is { } reason) return reason;
        await store.RemoveAsync(id, cancel);
        await db.Set<TrashedItem>().Where(r => r.ContentItemId == id).ExecuteDeleteAsync(cancel);
        await desk.NoteAsync(Acts.Purged, item, cancel);
        return null;
    }, cancel);
}
