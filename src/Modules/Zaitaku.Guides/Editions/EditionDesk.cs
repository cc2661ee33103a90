using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>What an editor says of an edition.</summary>
public sealed record EditionWords(string Name, string Note, DateOnly? Day);

/// <summary>Closes editions of books and takes them back. Each act is written down in the same transaction.</summary>
public sealed class EditionDesk(SiteDb db, EditionShelf shelf, AuditTrail audit, Viewer viewer, TimeProvider clock)
{
    /// <summary>Makes an edition of what stands published in the book now, whoever may read it.</summary>
    /// <returns>Why it cannot be closed, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> CloseAsync(string bookId, EditionWords words, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var editions = await shelf.ListAsync(bookId, cancel);
        var texts = await TextsAsync(bookId, cancel);
        if (texts.Count == 0) return [new("", GuidesText.BookNotPublished)];
        var problems = Read(words, editions);
        if (editions is [var last, ..] && (await shelf.CompareAsync(await shelf.TextsAsync(last, cancel), texts, Audience.Staff, cancel)).IsEmpty) problems.Add(new("", GuidesText.NothingChanged(last.Name)));
        if (problems.Count > 0) return problems;
        var number = (await db.Set<BookEdition>().Where(e => e.BookId == bookId).MaxAsync(e => (int?)e.Number, cancel) ?? 0) + 1;
        db.Add(new BookEdition { BookId = bookId, Number = number, Name = words.Name, Note = words.Note, Day = words.Day!.Value, ClosedUtc = clock.GetUtcNow().UtcDateTime });
        foreach (var text in texts) text.Number = number;
        db.AddRange(texts);
        await db.SaveChangesAsync(cancel);
        await NoteAsync(EditionActs.Closed, bookId, texts[0].Title, words.Name, cancel);
        return (IReadOnlyList<ContentProblem>)[];
    }, problems => problems.Count == 0, cancel);

    /// <summary>
    /// Takes back the newest edition, within a day. It no longer counts, but its texts stay held and its number is not given again: a copy may
    /// already have been printed.
    /// </summary>
    /// <returns>Why it cannot be taken back, or null.</returns>
    public Task<string?> ReopenAsync(string bookId, int number, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var editions = await shelf.ListAsync(bookId, cancel);
        if ((await TextsAsync(bookId, cancel)).Count == 0 || editions.Find(e => e.Number == number) is not { } edition) return GuidesText.EditionNotThere;
        if (edition.Number != editions[0].Number) return GuidesText.OnlyTheNewest;
        if (!MayReopen(edition)) return GuidesText.TooLateToReopen;
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<BookEdition>().Where(e => e.BookId == bookId && e.Number == number).ExecuteUpdateAsync(set => set.SetProperty(e => e.ReopenedUtc, now), cancel);
        var title = await db.Content.IgnoreQueryFilters().Where(i => i.ContentItemId == bookId && i.Published).Select(i => i.DisplayText).FirstOrDefaultAsync(cancel);
        await NoteAsync(EditionActs.Reopened, bookId, title, edition.Name, cancel);
        return null;
    }, cancel);

    /// <summary>Whether it was closed less than a day ago.</summary>
    public bool MayReopen(BookEdition edition) => clock.GetUtcNow().UtcDateTime - edition.ClosedUtc < EditionRules.ReopenWithin;

    /// <summary>What stands published, when the editor may know of the book.</summary>
    private async Task<List<EditionText>> TextsAsync(string bookId, CancellationToken cancel) =>
        await db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentItemId == bookId && i.Published && i.Audience <= viewer.Audience && Shelf.BookTypes.Contains(i.ContentType), cancel)
            ? await shelf.PresentAsync(bookId, cancel)
            : [];

    private List<ContentProblem> Read(EditionWords words, List<BookEdition> editions)
    {
        var today = JapaneseDate.DayInTokyo(clock.GetUtcNow());
        var problems = new List<ContentProblem>();
        if (words.Name.Length == 0) problems.Add(new("Name", GuidesText.EditionNameMissing));
        else if (words.Name.Length > EditionRules.NameLength) problems.Add(new("Name", GuidesText.EditionNameLong));
        else if (editions.Exists(e => e.Name == words.Name)) problems.Add(new("Name", GuidesText.EditionNameTaken));
        if (words.Note.Length == 0) problems.Add(new("Note", GuidesText.EditionNoteMissing));
        else if (words.Note.Length > EditionRules.NoteLength || MarkdownText.Render(words.Note, new MarkdownContext()).IsRefused) problems.Add(new("Note", GuidesText.EditionNoteLong));
        if (words.Day is not { } day) problems.Add(new("Day", GuidesText.EditionDayMissing));
        else if (day > today.AddYears(1)) problems.Add(new("Day", GuidesText.EditionDayFar));
        else if (editions is [var last, ..] && day < last.Day) problems.Add(new("Day", GuidesText.EditionDayEarly(last.DayInWords)));
        return problems;
    }

    private async Task NoteAsync(string act, string bookId, string? title, string name, CancellationToken cancel)
    {
        await audit.NoteAsync("Content", act, bookId, title, name, cancel: cancel);
        db.Evict(PageTag.Item(bookId));
    }
}

/// <summary>Names of acts in the record.</summary>
public static class EditionActs
{
    public const string Closed = "EditionClosed";
    public const string Reopened = "EditionReopened";
}
