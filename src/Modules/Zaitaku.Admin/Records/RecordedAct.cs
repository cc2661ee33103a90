using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Records;

/// <summary>A line of the record with where it leads.</summary>
/// <param name="ItemPath">The item's versions; null when the item is gone, is in the trash, or is not for whoever looks.</param>
/// <param name="DifferencePath">The comparison of the version that was saved with the one before it.</param>
public sealed record RecordedAct(AuditTrailEvent Row, IReadOnlyList<AuditChange> Changes, string? ItemPath, string? DifferencePath);

/// <summary>Reads the record.</summary>
public sealed class RecordDesk(SiteDb db, Viewer viewer)
{
    public Task<int> CountAsync(RecordFilter filter, CancellationToken cancel) => filter.Of(Rows).CountAsync(cancel);

    /// <summary>The newest first.</summary>
    public IQueryable<AuditTrailEvent> Find(RecordFilter filter) => filter.Of(Rows).OrderByDescending(row => row.Id);

    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancel) => await Rows.Select(row => row.Category).Distinct().OrderBy(name => name).ToListAsync(cancel);

    public async Task<IReadOnlyList<string>> ActsAsync(CancellationToken cancel) => await Rows.Select(row => row.Name).Distinct().OrderBy(name => name).ToListAsync(cancel);

    /// <summary>The lines with where they lead, asked for all of them at once.</summary>
    public async Task<IReadOnlyList<RecordedAct>> LedAsync(IReadOnlyList<AuditTrailEvent> rows, CancellationToken cancel)
    {
        var ids = rows.Where(row => row.Category == "Content").Select(row => row.CorrelationId).Distinct().ToList();
        var versions = (await db.Content.IgnoreQueryFilters().AsNoTracking().Where(item => ids.Contains(item.ContentItemId) && item.Audience <= viewer.Audience)
            .Select(item => new Version(item.ContentItemId, item.ContentItemVersionId, item.Latest, item.Id)).ToListAsync(cancel)).GroupBy(version => version.ItemId)
            .ToDictionary(group => group.Key, group => group.OrderBy(version => version.Order).ToList());
        return [.. rows.Select(row => Led(row, versions.GetValueOrDefault(row.CorrelationId)))];
    }

    /// <summary>What an item was called is for those who may read it; of one that is gone nobody knows any more whom it was for.</summary>
    private IQueryable<AuditTrailEvent> Rows => viewer.Audience == Audience.Staff ? db.Set<AuditTrailEvent>().AsNoTracking() : db.Set<AuditTrailEvent>().AsNoTracking().Where(row =>
        row.Category != "Content" || db.Set<ContentListing>().IgnoreQueryFilters().Any(item => item.ContentItemId == row.CorrelationId && item.Latest && item.Audience <= viewer.Audience));

    private static RecordedAct Led(AuditTrailEvent row, List<Version>? versions)
    {
        var changes = AuditChanges.Read(row.Data);
        if (row.Category != "Content" || versions is null || !versions.Exists(version => version.Latest)) return new(row, changes, null, null);
        var path = $"/admin/content/{row.CorrelationId}/versions";
        var at = VersionOf(row) is { } saved ? versions.FindIndex(version => version.VersionId == saved) : -1;
        return new(row, changes, path, at > 0 ? $"{path}?a={versions[at - 1].VersionId}&b={versions[at].VersionId}" : null);
    }

    private static string? VersionOf(AuditTrailEvent row)
    {
        try
        {
            return row.Data is null ? null : (JsonNode.Parse(row.Data) as JsonObject)?[nameof(ContentItem.ContentItemVersionId)]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Version(string ItemId, string VersionId, bool Latest, long Order);
}
