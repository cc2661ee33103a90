using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Editing;

/// <summary>An item of a list with its other editions, which stand behind it and move along.</summary>
public sealed record OrderedItem(string Id, IReadOnlyList<string> Editions);

/// <summary>
/// Puts what a list contains into another order. The place in the list is the list's affair, not a new version of each item: it is written into the
/// versions that readers and editors have, in place.
/// </summary>
public sealed class ChapterOrder(SiteDb db, VersionWriter writer, ContentDesk desk)
{
    /// <summary>What the list contains, in its order; editions of one text are one place.</summary>
    public async Task<List<OrderedItem>> ItemsAsync(string listId, CancellationToken cancel)
    {
        var rows = await (from row in db.Set<ContainedPartIndex>().IgnoreQueryFilters()
                          where row.ListContentItemId == listId && row.Latest
                          join edition in db.Set<LocalizationPartIndex>().IgnoreQueryFilters() on row.ContentItemVersionId equals edition.ContentItemVersionId into editions
                          from edition in editions.DefaultIfEmpty()
                          orderby row.Order, row.Id
                          select new { row.ContentItemId, Set = edition == null ? null : edition.LocalizationSet, Culture = edition == null ? null : edition.Culture }).AsNoTracking().ToListAsync(cancel);
        var sets = rows.DistinctBy(row => row.ContentItemId).GroupBy(row => row.Set ?? row.ContentItemId)
            .Select(set => set.OrderBy(row => row.Culture is null or Cultures.Standard ? 0 : 1).Select(row => row.ContentItemId).ToList()).ToList();
        var places = rows.Select(row => row.ContentItemId).ToList();
        return [.. sets.OrderBy(set => places.IndexOf(set[0])).Select(set => new OrderedItem(set[0], set[1..]))];
    }

    /// <summary>Moves an item one place up or down, its editions with it.</summary>
    /// <returns>Whether both are there and it could move.</returns>
    public Task<bool> MoveAsync(string listId, string itemId, int by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await desk.LatestAsync(listId, cancel) is not { } list) return false;
        var items = await ItemsAsync(listId, cancel);
        var at = items.FindIndex(item => item.Id == itemId);
        if (at < 0 || at + by < 0 || at + by >= items.Count) return false;
        (items[at], items[at + by]) = (items[at + by], items[at]);
        await PlaceAllAsync(list, items, cancel);
        return true;
    }, cancel);

    /// <summary>Puts the items in the order of the numbers given them. Who changed to the number of another comes before them, having asked for it; what has no number stays where it is.</summary>
    /// <returns>Whether the list is there.</returns>
    public Task<bool> ArrangeAsync(string listId, IReadOnlyDictionary<string, int> numbers, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await desk.LatestAsync(listId, cancel) is not { } list) return false;
        var items = await ItemsAsync(listId, cancel);
        var wanted = items.Select((item, at) => (Item: item, Now: at + 1, Number: numbers.GetValueOrDefault(item.Id, at + 1)))
            .OrderBy(line => line.Number).ThenBy(line => Math.Sign(line.Number - line.Now)).ThenBy(line => line.Now).Select(line => line.Item).ToList();
        if (!wanted.SequenceEqual(items)) await PlaceAllAsync(list, wanted, cancel);
        return true;
    }, cancel);

    private async Task PlaceAllAsync(ContentItem list, List<OrderedItem> items, CancellationToken cancel)
    {
        var place = 0;
        foreach (var id in items.SelectMany(item => item.Editions.Prepend(item.Id))) await PlaceAsync(id, place++, cancel);
        await desk.NoteAsync(Acts.Reordered, list, cancel);
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
