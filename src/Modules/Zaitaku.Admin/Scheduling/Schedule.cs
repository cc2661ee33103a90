using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Admin.Replacements;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Scheduling;

/// <summary>Publishes drafts and takes pages down when their time has come.</summary>
public sealed class Schedule(SiteDb db, ContentStore store, ContentDesk desk, ApprovalRule rule, ReplacementDesk replacements, ApprovalMail mail)
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
            if (await ReplaceAsync(id, until, cancel) ?? await PublishAsync(id, until, cancel)) done++;
        }

        foreach (var id in await Rows.Where(row => row.Published && row.ArchiveUtc != null && row.ArchiveUtc <= until).OrderBy(row => row.ArchiveUtc).Select(row => row.ContentItemId).ToListAsync(cancel))
        {
            if (await TakeDownAsync(id, until, cancel)) done++;
        }

        return done;
    }

    private IQueryable<ContentListing> Rows => db.Set<ContentListing>().IgnoreQueryFilters().AsNoTracking();

    /// <summary>A copy goes into its live item. Where that cannot be, nothing changes but the copy, which says why, and its editors are told.</summary>
    /// <returns>Whether it went in; null when this is no copy.</returns>
    private async Task<bool?> ReplaceAsync(string id, DateTime until, CancellationToken cancel)
    {
        if ((await store.LatestAsync(id, cancel))?.Get<ReplacementPart>() is null) return null;
        var problems = await db.WriteAsync<IReadOnlyList<ContentProblem>?>(async () =>
            await DueAsync(id, until, cancel) is { } copy ? await replacements.GoInAsync(copy, cancel, overErrors: true, approved: true) : null, keep: found => found is { Count: 0 }, cancel);
        if (problems is not { Count: > 0 }) return problems is not null;
        await db.WriteAsync(async () =>
        {
            if (await DueAsync(id, until, cancel) is not { } copy) return false;
            var why = string.Join(' ', problems.Select(problem => problem.Message));
            await replacements.HoldAsync(copy, why, cancel);
            await mail.HeldAsync(copy, why, cancel);
            return true;
        }, cancel);
        return false;
    }

    /// <summary>The copy, if its time has come and nobody need be asked.</summary>
    private async Task<ContentItem?> DueAsync(string id, DateTime until, CancellationToken cancel) =>
        await store.LatestAsync(id, cancel) is { } copy && copy.Get<PublishLaterPart>()?.ScheduledPublishUtc <= until && await rule.MayGoOutAsync(copy, cancel) ? copy : null;

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
            var why = string.Join(' ', problems.Select(problem => problem.Message));
            await desk.NoteAsync(Acts.NotPublished, draft, cancel, why);
            await mail.HeldAsync(draft, why, cancel);
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
