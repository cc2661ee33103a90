using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>Finds the editions of books and compares them, through the viewer's eyes.</summary>
public sealed class EditionShelf(SiteDb db, SiteCache cache, Viewer viewer)
{
    /// <summary>The editions that count, the newest first. The book itself is found beforehand, through the <see cref="Bookshelf"/>.</summary>
    public Task<List<BookEdition>> ListAsync(string bookId, CancellationToken cancel = default) =>
        db.Set<BookEdition>().AsNoTracking().Where(e => e.BookId == bookId && e.ReopenedUtc == null).OrderByDescending(e => e.Number).ToListAsync(cancel);

    /// <summary>The edition of this number, one that was taken back too: somebody may hold a copy of it.</summary>
    public Task<BookEdition?> FindAsync(string bookId, int number, CancellationToken cancel = default) =>
        db.Set<BookEdition>().AsNoTracking().FirstOrDefaultAsync(e => e.BookId == bookId && e.Number == number, cancel);

    /// <summary>The texts that an edition holds, whoever may read them: comparing asks who may.</summary>
    public Task<List<EditionText>> TextsAsync(BookEdition edition, CancellationToken cancel = default) =>
        db.Set<EditionText>().AsNoTracking().Where(t => t.BookId == edition.BookId && t.Number == edition.Number).OrderBy(t => t.Order).ToListAsync(cancel);

    /// <summary>The texts that stand published in the book now, whoever may read them.</summary>
    public async Task<List<EditionText>> PresentAsync(string bookId, CancellationToken cancel = default)
    {
        var book = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.ContentItemId == bookId && i.Published)
            .Select(i => new EditionText { BookId = bookId, ContentItemId = i.ContentItemId, ContentItemVersionId = i.ContentItemVersionId, Order = -1, Title = i.DisplayText ?? "", Culture = Cultures.Standard })
            .ToListAsync(cancel);
        if (book.Count == 0) return [];
        var chapters = await db.Set<ChapterIndex>().IgnoreQueryFilters().AsNoTracking().Where(c => c.BookId == bookId && c.Published)
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .Select(c => new EditionText { BookId = bookId, ContentItemId = c.ContentItemId, ContentItemVersionId = c.ContentItemVersionId, Order = c.Order, Title = c.Title, Culture = c.Culture })
            .ToListAsync(cancel);
        return [.. book, .. chapters];
    }

    /// <summary>What the viewer may know of the changes since an edition, to what stands published now.</summary>
    public async Task<EditionChanges> SinceAsync(BookEdition edition, CancellationToken cancel = default) =>
        await CompareAsync(await TextsAsync(edition, cancel), await PresentAsync(edition.BookId, cancel), cancel);

    /// <summary>What the viewer may know of the changes between two sets of texts.</summary>
    public Task<EditionChanges> CompareAsync(IReadOnlyList<EditionText> before, IReadOnlyList<EditionText> after, CancellationToken cancel = default) =>
        CompareAsync(before, after, viewer.Audience, cancel);

    /// <summary>The same through the eyes of this circle.</summary>
    public async Task<EditionChanges> CompareAsync(IReadOnlyList<EditionText> before, IReadOnlyList<EditionText> after, Audience eyes, CancellationToken cancel)
    {
        var (old, now) = (before.ToDictionary(t => t.ContentItemId), after.ToDictionary(t => t.ContentItemId));
        var differing = before.Concat(after).Where(t => old.GetValueOrDefault(t.ContentItemId)?.ContentItemVersionId != now.GetValueOrDefault(t.ContentItemId)?.ContentItemVersionId).ToList();
        if (differing.Count == 0 && Shared(before, now).SequenceEqual(Shared(after, old))) return EditionChanges.None;
        var readable = await ReadableAsync([.. before.Concat(after).Select(t => t.ContentItemId).Distinct()], eyes, cancel);
        var versions = await VersionsAsync([.. differing.Where(t => readable.Contains(t.ContentItemId)).Select(t => t.ContentItemVersionId).Distinct()], eyes, cancel);
        var changes = new List<TextChange>();
        foreach (var text in after.Concat(before.Where(t => !now.ContainsKey(t.ContentItemId))).Where(t => readable.Contains(t.ContentItemId)))
        {
            var (one, other) = (Version(old), Version(now));
            if (ChangeOf(text, one, other) is { } change) changes.Add(change);

            ContentItem? Version(Dictionary<string, EditionText> side) =>
                side.GetValueOrDefault(text.ContentItemId) is { } held ? versions.GetValueOrDefault(held.ContentItemVersionId) : null;
        }

        var reordered = !Shared(before.Where(t => readable.Contains(t.ContentItemId)), now).SequenceEqual(Shared(after.Where(t => readable.Contains(t.ContentItemId)), old));
        return new(changes, reordered, after.Count(t => t.Order >= 0 && readable.Contains(t.ContentItemId)));
    }

    /// <summary>The order of what is in both, in the form that is printed.</summary>
    private static IEnumerable<string> Shared(IEnumerable<EditionText> texts, Dictionary<string, EditionText> other) =>
        texts.Where(t => t.Culture == Cultures.Standard && other.ContainsKey(t.ContentItemId)).OrderBy(t => t.Order).Select(t => t.ContentItemId);

    private TextChange? ChangeOf(EditionText text, ContentItem? before, ContentItem? after)
    {
        if (before is null && after is null || before is not null && after is not null && ReadableText.Same(before, after)) return null;
        var kind = before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Reworded;
        var former = before?.DisplayText != after?.DisplayText ? before?.DisplayText : null;
        return new(text.ContentItemId, kind, (after ?? before)!.DisplayText ?? "", kind == ChangeKind.Reworded ? former : null, text.Culture, text.ContentItemId == text.BookId, PassagesOf(before, after));
    }

    /// <summary>Versions do not change any more: what differs between two of them is found once, and who asks meanwhile waits for it. Of a text that is gone only its name is told.</summary>
    private IReadOnlyList<Passage> PassagesOf(ContentItem? before, ContentItem? after)
    {
        if (after is null) return [];
        var key = $"passages:{before?.ContentItemVersionId}:{after.ContentItemVersionId}";
        if (cache.Find<Lazy<IReadOnlyList<Passage>>>(key) is { } known) return known.Value;
        var passages = new Lazy<IReadOnlyList<Passage>>(() => ReadableDiff.Of(before is null ? [] : ReadableText.Of(before), ReadableText.Of(after)));
        cache.Keep(key, passages, [PageTag.Item(after.ContentItemId)], cache.Now, weight: 4096 + 6L * (after.Get<MarkdownBodyPart>()?.Markdown?.Length ?? 0));
        return passages.Value;
    }

    /// <summary>
    /// The items that this circle may know of now: an archived version still says whom it was for when it was published, but what has become
    /// narrower since, or was narrower when it went to the trash, is not named any more.
    /// </summary>
    private async Task<HashSet<string>> ReadableAsync(List<string> ids, Audience eyes, CancellationToken cancel)
    {
        var rows = await db.Content.IgnoreQueryFilters().Where(i => ids.Contains(i.ContentItemId))
            .Select(i => new { i.ContentItemId, i.Id, i.Published, i.Latest, i.Audience }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.ContentItemId)
            .Select(versions => versions.OrderByDescending(v => v.Published).ThenByDescending(v => v.Latest).ThenByDescending(v => v.Id).First())
            .Where(row => row.Audience <= eyes).Select(row => row.ContentItemId)];
    }

    private async Task<Dictionary<string, ContentItem>> VersionsAsync(List<string> versionIds, Audience eyes, CancellationToken cancel) =>
        await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => versionIds.Contains(i.ContentItemVersionId) && i.Audience <= eyes)
            .ToDictionaryAsync(i => i.ContentItemVersionId, cancel);
}
