using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Content;

/// <summary>
/// The verbs that change content. Each is one transaction: the version's row, its index rows and what handlers add stand or fall together.
/// </summary>
public sealed class ContentStore(SiteDb db, VersionWriter writer, IEnumerable<ContentHandler> handlers, TimeProvider clock)
{
    /// <summary>The version readers see, or null. Drafts and other circles' content are found too: this is for editing, not for pages.</summary>
    public Task<ContentItem?> PublishedAsync(string contentItemId, CancellationToken cancel = default) =>
        Everything.FirstOrDefaultAsync(i => i.ContentItemId == contentItemId && i.Published, cancel);

    /// <summary>The version editors go on from, or null.</summary>
    public Task<ContentItem?> LatestAsync(string contentItemId, CancellationToken cancel = default) =>
        Everything.FirstOrDefaultAsync(i => i.ContentItemId == contentItemId && i.Latest, cancel);

    /// <summary>Keeps the item as a draft; what is published stays published.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> SaveDraftAsync(ContentItem item, CancellationToken cancel = default) =>
        SaveAsync(item, publish: false, cancel);

    /// <summary>Saves the item and makes it the version readers see.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> PublishAsync(ContentItem item, CancellationToken cancel = default) =>
        SaveAsync(item, publish: true, cancel);

    /// <summary>
    /// Saves the item, as a draft or published, as a version of its own: what the version before it said stays in the archive, to be compared
    /// and gone back to.
    /// </summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> SaveVersionAsync(ContentItem item, bool publish, CancellationToken cancel = default) =>
        SaveAsync(item, publish, cancel, asNewVersion: true);

    /// <summary>
    /// Writes something about the item that readers do not read, into the version they see and into its draft: no version begins, and no date moves.
    /// </summary>
    /// <returns>Whether there is such an item.</returns>
    public Task<bool> AnnotateAsync(string contentItemId, Action<ContentItem> change, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var versions = await Everything.Where(i => i.ContentItemId == contentItemId && (i.Latest || i.Published)).ToListAsync(cancel);
        foreach (var version in versions)
        {
            change(version);
            await writer.PutAsync(version, version, cancel);
        }

        return versions.Count > 0;
    }, cancel);

    /// <summary>Takes the item from readers and editors; its versions stay in the archive.</summary>
    public Task<bool> RetireAsync(string contentItemId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var published = await PublishedAsync(contentItemId, cancel);
        if (published is not null) await UnpublishAsync(contentItemId, cancel);
        var latest = await LatestAsync(contentItemId, cancel);
        if (latest is not null) await writer.RetireAsync(latest, keepAsDraft: false, cancel);
        return published is not null || latest is not null;
    }, cancel);

    /// <summary>Takes the item from the readers; its last version stays as a draft.</summary>
    public Task<bool> UnpublishAsync(string contentItemId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var item = await PublishedAsync(contentItemId, cancel);
        if (item is null) return false;
        var stays = await writer.RetireAsync(item, keepAsDraft: item.Latest, cancel);
        await TellAsync(new ContentContext(stays, db, item), (h, c) => h.PublishedAsync(c));
        return true;
    }, cancel);

    /// <summary>Deletes every version of the item and its index rows.</summary>
    public Task<bool> RemoveAsync(string contentItemId, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var versions = await Everything.Where(i => i.ContentItemId == contentItemId).ToListAsync(cancel);
        if (versions.Count == 0) return false;
        await writer.DeleteAsync(versions, cancel);
        var last = versions.Find(v => v.Latest) ?? versions[0];
        await TellAsync(new ContentContext(last, db, versions.Find(v => v.Published)), (h, c) => h.RemovedAsync(c));
        return true;
    }, cancel);

    private IQueryable<ContentItem> Everything => db.Content.IgnoreQueryFilters().AsNoTracking();

    private Task<IReadOnlyList<ContentProblem>> SaveAsync(ContentItem item, bool publish, CancellationToken cancel, bool asNewVersion = false) => db.WriteAsync(async () =>
    {
        var latest = await LatestAsync(item.ContentItemId, cancel);
        if (latest is not null && latest.ContentItemVersionId == item.ContentItemVersionId && latest.Revision != item.Revision ||
            latest is not null && latest.ContentItemVersionId != item.ContentItemVersionId)
        {
            return [new ContentProblem("", ContentText.ChangedMeanwhile)];
        }

        var context = new ContentContext(item, db, await PublishedAsync(item.ContentItemId, cancel));
        BeginVersion(item, publish, asNewVersion);
        await TellAsync(context, (h, c) => h.ValidatingAsync(c));
        if (context.Problems.Count > 0) return context.Problems;
        await TellAsync(context, (h, c) => h.SavingAsync(c));
        if (publish) await TellAsync(context, (h, c) => h.PublishingAsync(c));
        await writer.WriteAsync(item, latest, context.Previous, cancel);
        await TellAsync(context, (h, c) => h.SavedAsync(c));
        if (publish) await TellAsync(context, (h, c) => h.PublishedAsync(c));
        return (IReadOnlyList<ContentProblem>)[];
    }, cancel);

    /// <summary>A published version is never changed in place: the save begins a new one.</summary>
    private void BeginVersion(ContentItem item, bool publish, bool asNewVersion)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (item.ContentItemId.Length == 0) item.ContentItemId = ContentId.New();
        if (item.Published || asNewVersion || item.ContentItemVersionId.Length == 0) item.ContentItemVersionId = ContentId.New();
        item.Latest = true;
        item.Published = publish;
        item.CreatedUtc ??= now;
        item.ModifiedUtc = now;
        item.PublishedUtc = publish ? now : item.PublishedUtc;
    }

    private async Task TellAsync(ContentContext context, Func<ContentHandler, ContentContext, Task> moment)
    {
        foreach (var handler in handlers) await moment(handler, context);
    }
}
