using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Proofs;

/// <summary>Keeps what the checks say of each item: at every save by an editor, and of the whole site when asked.</summary>
public sealed class SiteProof(SiteDb db, ProofDesk proofs, TimeProvider clock)
{
    private const int Batch = 100;
    private const int MaxTitle = 400;

    /// <summary>Items with something to mend, the worst first.</summary>
    public Task<List<ProofResult>> WantingAsync(CancellationToken cancel) =>
        db.Set<ProofResult>().AsNoTracking().Where(result => result.Errors + result.Advice > 0)
            .OrderByDescending(result => result.Errors).ThenByDescending(result => result.Advice).ThenBy(result => result.Title).ToListAsync(cancel);

    public Task<int> ErrorCountAsync(CancellationToken cancel) => db.Set<ProofResult>().CountAsync(result => result.Errors > 0, cancel);

    /// <summary>When the oldest of the results was made; null before the first.</summary>
    public Task<DateTime?> OldestAsync(CancellationToken cancel) => db.Set<ProofResult>().MinAsync(result => (DateTime?)result.CheckedUtc, cancel);

    /// <summary>What the checks last said of these items.</summary>
    public Task<Dictionary<string, ProofResult>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        db.Set<ProofResult>().AsNoTracking().Where(result => ids.Contains(result.ContentItemId)).ToDictionaryAsync(result => result.ContentItemId, cancel);

    /// <summary>Keeps what was just said of an item, in the running write.</summary>
    public async Task KeepAsync(ContentItem item, ProofView view, CancellationToken cancel)
    {
        var result = await db.Set<ProofResult>().IgnoreQueryFilters().FirstOrDefaultAsync(r => r.ContentItemId == item.ContentItemId, cancel);
        if (result is null) db.Add(result = new ProofResult { ContentItemId = item.ContentItemId });
        var title = item.DisplayText ?? "";
        result.Title = title[..Math.Min(title.Length, MaxTitle)];
        (result.Errors, result.Advice) = (view.Errors, view.Remarks.Count - view.Errors);
        (result.Audience, result.CheckedUtc) = (item.Audience, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Checks every item of these types that editors go on from, a batch in each write, so that nobody waits long.</summary>
    /// <returns>How many items were checked.</returns>
    public async Task<int> CheckAllAsync(IReadOnlyCollection<string> types, CancellationToken cancel)
    {
        var ids = await db.Content.IgnoreQueryFilters().Where(i => i.Latest && types.Contains(i.ContentType)).OrderBy(i => i.Id).Select(i => i.ContentItemId).ToListAsync(cancel);
        foreach (var some in ids.Chunk(Batch)) await db.WriteAsync(() => CheckAsync(some, cancel), cancel);
        await db.WriteAsync(() => ForgetGoneAsync(cancel), cancel);
        return ids.Count;
    }

    private async Task<int> CheckAsync(string[] ids, CancellationToken cancel)
    {
        var items = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => ids.Contains(i.ContentItemId) && i.Latest).ToListAsync(cancel);
        foreach (var item in items) await KeepAsync(item, await proofs.ReadAsync(item, cancel), cancel);
        return items.Count;
    }

    private Task<int> ForgetGoneAsync(CancellationToken cancel) => db.Set<ProofResult>().IgnoreQueryFilters()
        .Where(result => !db.Content.IgnoreQueryFilters().Any(i => i.ContentItemId == result.ContentItemId)).ExecuteDeleteAsync(cancel);
}
