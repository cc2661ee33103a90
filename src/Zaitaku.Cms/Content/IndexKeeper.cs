using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Content;

/// <summary>Makes index rows again from the items, all of them or those of indexes that came with a newer program.</summary>
public sealed class IndexKeeper(SiteDb db, IEnumerable<ContentIndex> indexes)
{
    private const int Batch = 200;

    /// <summary>Makes the rows of indexes that this database has never had.</summary>
    /// <returns>The names of those indexes.</returns>
    public async Task<List<string>> MakeMissingAsync(CancellationToken cancel = default) =>
        Missing(await SiteDocuments.LoadAsync<MadeIndexes>(db, cancel)).Count == 0 ? [] : await db.WriteAsync(() => MakeMissingNowAsync(cancel), cancel);

    /// <summary>Makes every row again.</summary>
    /// <returns>How many versions were read.</returns>
    public Task<int> RebuildAsync(CancellationToken cancel = default) => db.WriteAsync(() => MakeAsync([.. indexes], cancel), cancel);

    private async Task<List<string>> MakeMissingNowAsync(CancellationToken cancel)
    {
        var made = await SiteDocuments.LoadAsync<MadeIndexes>(db, cancel);
        var missing = Missing(made);
        await MakeAsync(missing, cancel);
        foreach (var index in missing) made.Names.Add(index.Name);
        await SiteDocuments.PutAsync(db, made, cancel);
        return missing.ConvertAll(index => index.Name);
    }

    private List<ContentIndex> Missing(MadeIndexes made) => [.. indexes.Where(index => !made.Names.Contains(index.Name))];

    private async Task<int> MakeAsync(List<ContentIndex> due, CancellationToken cancel)
    {
        var (count, last) = (0, 0L);
        foreach (var index in due) await index.ClearAllAsync(db, cancel);
        while (true)
        {
            var from = last;
            var items = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.Id > from && (i.Latest || i.Published))
                .OrderBy(i => i.Id).Take(Batch).ToListAsync(cancel);
            if (items.Count == 0) break;
            foreach (var item in items)
            {
                foreach (var index in due) db.AddRange(index.RowsWithHeader(item));
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            (count, last) = (count + items.Count, items[^1].Id);
        }

        db.Evict(PageTag.Anything);
        return count;
    }
}

/// <summary>The indexes whose rows have been made in this database, by name.</summary>
public sealed class MadeIndexes
{
    public SortedSet<string> Names { get; set; } = new(StringComparer.Ordinal);
}
