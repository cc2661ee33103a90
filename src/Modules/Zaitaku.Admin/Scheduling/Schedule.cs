using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Scheduling;

/// <summary>Publishes drafts and takes pages down when their time has come.</summary>
public sealed class Schedule(SiteDb db, ContentStore store, ContentDesk desk, ApprovalRule rule)
{
    /// <summary>
    /// Does what was due up to this moment. Each act is a transaction of its own that takes the write lock first and then looks again, so that of
    /// two nodes one does it and the other finds nothing to do.
    /// </summary>
    /// <returns>How many acts were done.</returns>
    public async Task<int> DoAsync(DateTime until, CancellationToken cancel)
    {
        var done = 0;
        foreach (var id in await Rows.Where(row => row.Latest && row.PublishUtc != null && row.PublishUtc <= until).OrderBy(row => row.PublishUtc).Select(row => row.ContentItemId).ToListAsync(cancel))
        {
            if (await PublishAsync(id, until, cancel)) done++;
        }

        foreach (var id in await Rows.Where(row => row.Published && row.ArchiveUtc != null && row.ArchiveUtc <= until).OrderBy(row => row.ArchiveUtc).Select(row => row.ContentItemId).ToListAsync(cancel))
        {
            if (await TakeDownAsync(id, until, cancel)) done++;
        }

        return done;
    }

    private IQueryable<ContentListing> Rows => db.Set<ContentListing>().IgnoreQueryFilters().AsNoTracking();

    private Task<bool> PublishAsync(string id, DateTime until, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await store.LatestAsync(id, cancel) is not { Published: false } item || !(item.Get<PublishLaterPart>()?.ScheduledPublishUtc <= until)) return false;
        // It waits for the approvers, however long: what they approve late goes out at once.
        if (!await rule.MayGoOutAsync(item, cancel)) return false;
        item.Data.Remove(nameof(PublishLaterPart));
        var problems = await store.SaveVersionAsync(item, publish: true, cancel);
        if (problems.Count == 0)
        {
            await desk.NoteAsync(Acts.Published, item, cancel, AdminText.AsPlanned);
            return true;
        }

        // The plan is dropped, or it would be tried again for ever; the record and the draft say why.
        if (await store.LatestAsync(id, cancel) is { } draft)
        {
            await desk.NoteAsync(Acts.NotPublished, draft, cancel, string.Join(' ', problems.Select(problem => problem.Message)));
            draft.Data.Remove(nameof(PublishLaterPart));
            await store.SaveVersionAsync(draft, publish: false, cancel);
        }

        return false;
    }, cancel);

    private Task<bool> TakeDownAsync(string id, DateTime until, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await store.PublishedAsync(id, cancel) is not { } item || !(item.Get<ArchiveLaterPart>()?.ScheduledArchiveUtc <= until)) return false;
        await store.UnpublishAsync(id, cancel);
        await desk.NoteAsync(Acts.Unpublished, item, cancel, AdminText.AsPlanned);
        return true;
    }, cancel);
}
