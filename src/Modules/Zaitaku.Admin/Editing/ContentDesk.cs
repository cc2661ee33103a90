using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Editing;

/// <summary>
/// What editors do with content: each act is written down in the same transaction, under the editor's name. Items of circles the editor does not
/// belong to are not found.
/// </summary>
public sealed class ContentDesk(SiteDb db, ContentStore store, AuditTrail audit, ProofDesk proofs, SiteProof site, ApprovalRule rule, Viewer viewer, Actor actor, TimeProvider clock)
{
    /// <summary>The version editors go on from, or null.</summary>
    public Task<ContentItem?> LatestAsync(string id, CancellationToken cancel) => Mine.FirstOrDefaultAsync(i => i.ContentItemId == id && i.Latest, cancel);

    /// <summary>Any version of the item, archived ones too. What has become narrower takes along what it said when it was open.</summary>
    public Task<ContentItem?> VersionAsync(string id, string versionId, CancellationToken cancel) => Mine.FirstOrDefaultAsync(
        i => i.ContentItemId == id && i.ContentItemVersionId == versionId && !db.Content.Any(now => now.ContentItemId == id && now.Latest && now.Audience > viewer.Audience), cancel);

    /// <summary>All versions, the newest first.</summary>
    public Task<List<ContentItem>> VersionsAsync(string id, CancellationToken cancel) =>
        Mine.Where(i => i.ContentItemId == id).OrderByDescending(i => i.Latest).ThenByDescending(i => i.Published).ThenByDescending(i => i.ModifiedUtc).ToListAsync(cancel);

    public Task<bool> IsLiveAsync(string id, CancellationToken cancel) => Mine.AnyAsync(i => i.ContentItemId == id && i.Published, cancel);

    /// <summary>The version readers see, or null.</summary>
    public Task<ContentItem?> LiveAsync(string id, CancellationToken cancel) => Mine.FirstOrDefaultAsync(i => i.ContentItemId == id && i.Published, cancel);

    /// <summary>What readers see in the place of this version: of a copy, the item it will go into.</summary>
    public Task<ContentItem?> LiveCounterpartAsync(ContentItem item, CancellationToken cancel) => LiveAsync(item.Get<ReplacementPart>()?.Of ?? item.ContentItemId, cancel);

    /// <summary>A new item of this type, not yet saved; inside a list when one is named.</summary>
    public async Task<ContentItem> BeginAsync(string type, string? listId, CancellationToken cancel)
    {
        var item = new ContentItem { ContentType = type };
        if (listId is not null && await LatestAsync(listId, cancel) is { } list)
        {
            var last = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().Where(row => row.ListContentItemId == listId).MaxAsync(row => (int?)row.Order, cancel);
            item.Set(new ContainedPart { ListContentItemId = listId, ListContentType = list.ContentType, Order = (last ?? -1) + 1 });
        }

        return item;
    }

    /// <summary>Whether there is, or was, an item of this id, whoever it is for.</summary>
    public Task<bool> IsTakenAsync(string id, CancellationToken cancel) => db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentItemId == id, cancel);

    /// <summary>Saves a version of its own, as a draft or published. A published version is no longer waiting to be. Drafts are free of the checks.</summary>
    /// <param name="overErrors">Whether it goes out although the checks have found errors; that is written down.</param>
    /// <param name="approved">Whether those who have to be asked have said yes to this version. The name of whoever wrote it stays.</param>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> SaveAsync(ContentItem item, bool publish, CancellationToken cancel, bool overErrors = false, bool approved = false) => db.WriteAsync(async () =>
    {
        var demanded = !approved && (await rule.OfAsync(item.ContentType, cancel)).Demanded;
        if (publish && demanded) return [new("", ApprovalText.Needed)];
        // What has to be approved is checked when it is approved.
        var goesOut = publish || !demanded && item.Get<PublishLaterPart>()?.ScheduledPublishUtc is not null;
        var proof = await proofs.ReadAsync(item, cancel);
        var errors = goesOut ? proof.Errors : 0;
        if (errors > 0 && !overErrors) return [new("", AdminText.HeldBack(errors))];
        if (publish) item.Data.Remove(nameof(PublishLaterPart));
        if (publish && item.Get<ArchiveLaterPart>()?.ScheduledArchiveUtc <= clock.GetUtcNow().UtcDateTime) return [new("ArchiveLaterPart.ScheduledArchiveUtc", AdminText.EndIsPast)];
        if (item.Get<ReplacementPart>() is { Held: not null }) item.Alter<ReplacementPart>(part => part.Held = null);
        var isNew = item.ContentItemVersionId.Length == 0;
        if (!approved) item.Author = actor.UserName ?? item.Author;
        item.Owner ??= actor.UserId;
        var problems = await store.SaveVersionAsync(item, publish, cancel);
        if (problems.Count > 0) return problems;
        await site.KeepAsync(item, proof, cancel);
        await NoteAsync(publish ? Acts.Published : isNew ? Acts.Created : Acts.Saved, item, cancel, errors > 0 ? AdminText.OverErrors(errors) : approved ? ApprovalText.ByApproval : null);
        await db.Set<Autosave>().Where(a => a.UserId == actor.UserId && (a.ContentItemId == item.ContentItemId)).ExecuteDeleteAsync(cancel);
        return problems;
    }, problems => problems.Count == 0, cancel);

    /// <summary>Publishes what editors have saved last.</summary>
    public async Task<IReadOnlyList<ContentProblem>> PublishAsync(string id, CancellationToken cancel) =>
        await LatestAsync(id, cancel) is not { } item ? [new("", AdminText.NotThere)] : item.Published ? [] : await SaveAsync(item, publish: true, cancel);

    /// <summary>Takes the item from the readers; editors go on from it as a draft.</summary>
    /// <param name="approved">Whether those who have to be asked have said yes.</param>
    /// <returns>Whether it was live, and might be taken down without asking.</returns>
    public Task<bool> UnpublishAsync(string id, CancellationToken cancel, string? comment = null, bool approved = false) => db.WriteAsync(async () =>
    {
        if (await LiveAsync(id, cancel) is not { } item) return false;
        if (!approved && (await rule.OfAsync(item.ContentType, cancel)).TakeDown) return false;
        await store.UnpublishAsync(id, cancel);
        await NoteAsync(Acts.Unpublished, item, cancel, comment);
        return true;
    }, cancel);

    /// <summary>Why the item should not be taken from the readers now, in a sentence for each reason.</summary>
    public async Task<IReadOnlyList<string>> ReasonsToStayAsync(string id, CancellationToken cancel)
    {
        if (await LiveAsync(id, cancel) is not { } item) return [];
        if ((await rule.OfAsync(item.ContentType, cancel)).TakeDown) return [ApprovalText.NeededToTakeDown];
        return [.. (await proofs.BeforeTakingDownAsync(item, cancel)).Remarks.Select(remark => remark.Message)];
    }

    /// <summary>Writes an act on an item into the record.</summary>
    public Task NoteAsync(string act, ContentItem item, CancellationToken cancel, string? comment = null) => audit.NoteAsync(
        "Content", act, item.ContentItemId, item.DisplayText, comment,
        JsonSerializer.Serialize(new { item.ContentType, item.ContentItemVersionId }, ContentJson.Options), cancel);

    private IQueryable<ContentItem> Mine => db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.Audience <= viewer.Audience);
}

/// <summary>Names of acts in the record, as Orchard Core's audit trail has them.</summary>
public static class Acts
{
    public const string Created = "Created";
    public const string Saved = "Saved";
    public const string Published = "Published";
    public const string Unpublished = "Unpublished";
    public const string Removed = "Removed";
    public const string Restored = "Restored";
    public const string Purged = "Purged";
    public const string NotPublished = "NotPublished";
    public const string Reordered = "Reordered";
    public const string ReplacementBegun = "ReplacementBegun";
    public const string ReplacementWentIn = "ReplacementWentIn";
    public const string Reviewed = "Reviewed";
    public const string Moved = "Moved";
}
