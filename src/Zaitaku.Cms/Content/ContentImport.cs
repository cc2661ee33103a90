using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Content;

/// <summary>
/// Takes content from files by Orchard Core's rules: a known version id is merged, an unknown one is a new version. An item without a
/// version id is held against the version the site has; when that already says what the file states, nothing is written.
/// One problem anywhere undoes the whole import.
/// </summary>
public sealed class ContentImport(SiteDb db, VersionWriter writer, IEnumerable<ContentHandler> handlers, TimeProvider clock)
{
    private const int BatchSize = 250;

    /// <summary>Imports the items, containers before what they contain.</summary>
    /// <returns>What became of each, or all problems. When it ran inside another write, that write must not be kept after problems.</returns>
    public Task<ImportOutcome> ImportAsync(IReadOnlyList<ContentItem> items, CancellationToken cancel = default) =>
        db.WriteAsync(() => WithoutSavepointsAsync(() => ImportAllAsync(items, cancel)), outcome => outcome.Problems.Count == 0, cancel);

    /// <summary>An import stands or falls as a whole: a savepoint around each of its thousand saves would only cost.</summary>
    private async Task<ImportOutcome> WithoutSavepointsAsync(Func<Task<ImportOutcome>> run)
    {
        var before = db.Database.AutoSavepointsEnabled;
        db.Database.AutoSavepointsEnabled = false;
        try
        {
            return await run();
        }
        finally
        {
            db.Database.AutoSavepointsEnabled = before;
        }
    }

    private async Task<ImportOutcome> ImportAllAsync(IReadOnlyList<ContentItem> items, CancellationToken cancel)
    {
        var (done, problems, seen) = (new List<ImportedItem>(), new List<ImportProblem>(), new HashSet<string>());
        var definitions = await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel);
        foreach (var batch in ImportOrder.Batches(items, BatchSize))
        {
            var shelf = await ImportShelf.LoadAsync(db, batch.Select(i => i.Item).ToList(), cancel);
            var written = new List<ContentContext>();
            await writer.GatherAsync(() => TakeBatchAsync(batch), cancel);
            await FollowAsync(written);

            async Task TakeBatchAsync((int Index, ContentItem Item)[] given)
            {
                foreach (var (index, stated) in given)
                {
                    if (Refusal(stated, shelf, seen) is { } refusal)
                    {
                        problems.Add(new(index, refusal.Path, refusal.Message));
                        continue;
                    }

                    var taken = await ImportAsync(stated, shelf, definitions, written, cancel);
                    problems.AddRange(taken.Problems.Select(p => new ImportProblem(index, p.Path, p.Message)));
                    done.Add(new(index, taken.Item, taken.Verdict));
                }
            }
        }

        return new(done, problems);
    }

    /// <summary>The moments after a save come when the rows of the whole batch are written.</summary>
    private async Task FollowAsync(List<ContentContext> written)
    {
        foreach (var context in written)
        {
            if (context.Item.Latest || context.Item.Published) await TellAsync(context, (h, c) => h.SavedAsync(c));
            if (context.Item.Published) await TellAsync(context, (h, c) => h.PublishedAsync(c));
        }
    }

    private static ContentProblem? Refusal(ContentItem stated, ImportShelf shelf, HashSet<string> seen)
    {
        if (stated.ContentItemId.Length == 0) return new(nameof(stated.ContentItemId), ContentText.IdMissing);
        if (stated.ContentItemVersionId.Length == 0) return null;
        var versionId = stated.ContentItemVersionId;
        if (!seen.Add(versionId)) return new(nameof(stated.ContentItemVersionId), ContentText.VersionTwice(versionId));
        return shelf.Version(versionId) is { } known && known.ContentItemId != stated.ContentItemId
            ? new(nameof(stated.ContentItemVersionId), ContentText.VersionOfOther(versionId, known.ContentItemId))
            : null;
    }

    private async Task<Taken> ImportAsync(ContentItem stated, ImportShelf shelf, ContentDefinitions definitions, List<ContentContext> written, CancellationToken cancel)
    {
        var known = Counterpart(stated, shelf);
        if (known is not null && IsHeld(known, stated, shelf)) return new(known, ImportVerdict.Unchanged, []);
        var item = Candidate(stated, known);
        var published = shelf.Published(item.ContentItemId);
        var context = new ContentContext(item, db, published) { Definitions = definitions, Paths = shelf.Paths, Aliases = shelf.Aliases };
        var live = item.Latest || item.Published;
        if (live) await TellAsync(context, (h, c) => h.ValidatingAsync(c));
        if (context.Problems.Count > 0) return new(item, ImportVerdict.Changed, context.Problems);
        if (live) await TellAsync(context, (h, c) => h.SavingAsync(c));
        if (known is not null && MayStay(known, stated) && ImportComparison.Same(known, item)) return new(known, ImportVerdict.Unchanged, []);
        Date(item, stated, known);
        if (item.Published) await TellAsync(context, (h, c) => h.PublishingAsync(c));
        Restore(item, stated);
        var latest = shelf.Latest(item.ContentItemId);
        item.Latest |= item.Published && (latest is null || latest == published || latest.ContentItemVersionId == item.ContentItemVersionId);
        await writer.WriteAsync(item, latest, published, cancel, shelf.Version(item.ContentItemVersionId));
        var isNew = shelf.Of(item.ContentItemId).Count == 0;
        shelf.PutWritten(item);
        written.Add(context);
        return new(item, isNew ? ImportVerdict.New : ImportVerdict.Changed, []);
    }

    /// <summary>The version to hold the file against: its own, or for a file without version ids the one editors go on from.</summary>
    private static ContentItem? Counterpart(ContentItem stated, ImportShelf shelf)
    {
        if (stated.ContentItemVersionId.Length > 0) return shelf.Version(stated.ContentItemVersionId);
        if (!stated.Latest && !stated.Published) return shelf.Of(stated.ContentItemId).Find(v => ImportComparison.Holds(v, stated)) ?? shelf.Latest(stated.ContentItemId);
        return shelf.Latest(stated.ContentItemId) ?? shelf.Published(stated.ContentItemId);
    }

    /// <summary>An editor's later draft does not make a file new that says what is published.</summary>
    private static bool IsHeld(ContentItem known, ContentItem stated, ImportShelf shelf)
    {
        if (MayStay(known, stated) && ImportComparison.Holds(known, stated)) return true;
        return stated.ContentItemVersionId.Length == 0 && shelf.Published(stated.ContentItemId) is { } published &&
            MayStay(published, stated) && ImportComparison.Holds(published, stated);
    }

    /// <summary>Flags are not compared, except that a file without version ids may publish what is a draft here.</summary>
    private static bool MayStay(ContentItem known, ContentItem stated) =>
        stated.ContentItemVersionId.Length > 0 || !stated.Published || known.Published;

    private static ContentItem Candidate(ContentItem stated, ContentItem? known)
    {
        if (known is null) return Numbered(stated.Copy());
        if (stated.ContentItemVersionId.Length > 0) return ImportComparison.Merge(known, stated);
        var next = Numbered(ImportComparison.Succeed(known, stated));
        if (next.Get<AutoroutePart>() is { Path: null or "" } part && known.Get<AutoroutePart>()?.Path is { } path)
        {
            part.Path = path;
            next.Set(part);
        }

        return next;
    }

    private static ContentItem Numbered(ContentItem item)
    {
        if (item.ContentItemVersionId.Length == 0) item.ContentItemVersionId = ContentId.New();
        return item;
    }

    private void Date(ContentItem item, ContentItem stated, ContentItem? known)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        item.CreatedUtc ??= now;
        item.ModifiedUtc = stated.ModifiedUtc ?? now;
        item.PublishedUtc = stated.PublishedUtc ?? (item.Published ? now : known?.PublishedUtc);
    }

    /// <summary>Whatever handlers did to them, these are the file's.</summary>
    private static void Restore(ContentItem item, ContentItem stated)
    {
        item.ModifiedUtc = stated.ModifiedUtc ?? item.ModifiedUtc;
        item.PublishedUtc = stated.PublishedUtc ?? item.PublishedUtc;
        item.Owner = stated.Owner ?? item.Owner;
        item.Author = stated.Author ?? item.Author;
    }

    private async Task TellAsync(ContentContext context, Func<ContentHandler, ContentContext, Task> moment)
    {
        foreach (var handler in handlers) await moment(handler, context);
    }

    private sealed record Taken(ContentItem Item, ImportVerdict Verdict, IReadOnlyList<ContentProblem> Problems);
}
