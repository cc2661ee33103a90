using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Editing;

/// <summary>
/// Puts what a list contains into another order. The place in the list is the list's affair, not a new version of each item: it is written into the
/// versions that readers and editors have, in place.
/// </summary>
public sealed class ChapterOrder(SiteDb db, VersionWriter writer, ContentDesk desk)
{
    /// <summary>Moves an item one place up or down.</summary>
    /// <returns>Whether both are there and it could move.</returns>
    public Task<bool> MoveAsync(string listId, string itemId, int by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await desk.LatestAsync(listId, cancel) is not { } list) return false;
        var ids = await IdsAsync(listId, cancel);
        var at = ids.IndexOf(itemId);
        if (at < 0 || at + by < 0 || at + by >= ids.Count) return false;
        (ids[at], ids[at + by]) = (ids[at + by], ids[at]);
        for (var place = 0; place < ids.Count; place++) await PlaceAsync(ids[place], place, cancel);
        await desk.NoteAsync(Acts.Reordered, list, cancel);
        return true;
    }, cancel);

    private async Task<List<string>> IdsAsync(string listId, CancellationToken cancel)
    {
        var rows = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().AsNoTracking().Where(row => row.ListContentItemId == listId && row.Latest)
            .OrderBy(row => row.Order).ThenBy(row => row.Id).Select(row => row.ContentItemId).ToListAsync(cancel);
        return [.. rows.Distinct()];
    }

    private async Task PlaceAsync(string id, int place, CancellationToken cancel)
    {
        var versions = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.ContentItemId == id && (i.Latest || i.Published)).ToListAsync(cancel);
        foreach (var version in versions.Where(v => v.Get<ContainedPart>()?.Order != place))
        {
            var moved = version.Copy();
            moved.Alter<ContainedPart>(part => part.Order = place);
            await writer.PutAsync(moved, version, cancel);
        }
    }
}
