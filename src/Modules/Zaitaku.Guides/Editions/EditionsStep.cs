using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>
/// <c>Editions {Editions: [{BookId, Number, Name, Note, Day, ClosedUtc, ReopenedUtc, Texts[]}]}</c>: which versions of its chapters a book's editions
/// hold. Without <c>Texts</c> an edition holds what the site has published when the recipe is applied. What an edition holds never changes afterwards.
/// </summary>
public sealed class EditionsStep(SiteDb db, EditionShelf shelf, TimeProvider clock) : RecipeStep
{
    public override string Name => "Editions";

    public override StepTurn Turn => StepTurn.Records;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        if (body[Name] is not JsonArray list)
        {
            check.Refuse(body, body[Name], RecipesText.ShapeWrong(Name, "[ { \"BookId\": … } ]"));
            return;
        }

        var seen = new HashSet<(string, int)>();
        foreach (var node in list)
        {
            if (node is not JsonObject stated || Read(stated) is not { } edition) check.Refuse(body, node ?? list, GuidesText.EditionShape);
            else if (!seen.Add((edition.BookId, edition.Number))) check.Refuse(body, stated, GuidesText.EditionTwice(edition.Name));
            else if (stated.Ignoring("Texts") is { } texts && ReadTexts(texts, edition) is null) check.Refuse(body, texts, GuidesText.EditionTextsShape);
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        foreach (var stated in body[Name].Objects())
        {
            var edition = Read(stated)!;
            var texts = stated.Ignoring("Texts") is { } node ? ReadTexts(node, edition)! : null;
            if (!await db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentItemId == edition.BookId && Shelf.BookTypes.Contains(i.ContentType), cancel)) run.Refuse(body, stated, GuidesText.EditionOfNoBook(edition.BookId));
            else if (await shelf.FindAsync(edition.BookId, edition.Number, cancel) is { } known) await KeepAsync(body, run, stated, known, edition, texts, cancel);
            else await AddAsync(body, run, stated, edition, texts, cancel);
        }
    }

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var editions = await export.Db.Set<BookEdition>().AsNoTracking().OrderBy(e => e.BookId).ThenBy(e => e.Number).ToListAsync(cancel);
        if (editions.Count == 0) return;
        var texts = (await export.Db.Set<EditionText>().AsNoTracking().ToListAsync(cancel)).ToLookup(t => (t.BookId, t.Number));
        await export.WriteAsync(new() { ["name"] = Name, [Name] = new JsonArray([.. editions.Select(e => Write(e, texts[(e.BookId, e.Number)]))]) }, cancel);
    }

    /// <summary>An edition the site has: its words may be corrected, what it holds may not.</summary>
    private async Task KeepAsync(StepBody body, RecipeRun run, JsonObject stated, BookEdition known, BookEdition edition, List<EditionText>? texts, CancellationToken cancel)
    {
        if (texts is not null && !(await shelf.TextsAsync(known, cancel)).Select(Key).Order(StringComparer.Ordinal).SequenceEqual(texts.Select(Key).Order(StringComparer.Ordinal)))
        {
            run.Refuse(body, stated, GuidesText.EditionHoldsOther(known.Name));
            return;
        }

        var reopened = edition.ReopenedUtc ?? known.ReopenedUtc;
        if ((known.Name, known.Note, known.Day, known.ReopenedUtc) == (edition.Name, edition.Note, edition.Day, reopened)) return;
        await db.Set<BookEdition>().Where(e => e.BookId == known.BookId && e.Number == known.Number).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.Name, edition.Name).SetProperty(e => e.Note, edition.Note).SetProperty(e => e.Day, edition.Day).SetProperty(e => e.ReopenedUtc, reopened), cancel);
        Tell(body, run, PlanVerb.Changed, edition);
    }

    private async Task AddAsync(StepBody body, RecipeRun run, JsonObject stated, BookEdition edition, List<EditionText>? texts, CancellationToken cancel)
    {
        texts ??= await shelf.PresentAsync(edition.BookId, cancel);
        var ids = texts.Select(t => t.ContentItemVersionId).ToList();
        var items = await db.Content.IgnoreQueryFilters().Where(i => ids.Contains(i.ContentItemVersionId)).ToDictionaryAsync(i => i.ContentItemVersionId, i => i.ContentItemId, cancel);
        if (texts.FirstOrDefault(t => items.GetValueOrDefault(t.ContentItemVersionId) != t.ContentItemId) is { } lost) run.Refuse(body, stated, GuidesText.EditionTextMissing(edition.Name, lost.Title));
        if (texts.Count == 0) run.Refuse(body, stated, GuidesText.BookNotPublished);
        if (run.Problems.Count > 0) return;
        foreach (var text in texts) text.Number = edition.Number;
        if (edition.ClosedUtc == default) edition.ClosedUtc = clock.GetUtcNow().UtcDateTime;
        db.Add(edition);
        db.AddRange(texts);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        Tell(body, run, PlanVerb.New, edition);
    }

    private void Tell(StepBody body, RecipeRun run, PlanVerb verb, BookEdition edition)
    {
        db.Evict(PageTag.Item(edition.BookId));
        run.Tell(body, verb, $"{edition.BookId} {edition.Name}");
    }

    private static string Key(EditionText text) => $"{text.ContentItemId} {text.ContentItemVersionId}";

    private static BookEdition? Read(JsonObject stated)
    {
        if (Text(stated, "BookId", 26) is not { } book || Text(stated, nameof(BookEdition.Name), EditionRules.NameLength) is not { } name || Text(stated, "Note", EditionRules.NoteLength) is not { } note) return null;
        if (!int.TryParse(stated.Ignoring("Number")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
        if (!DateOnly.TryParseExact(stated.Ignoring("Day").Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        return Moment(stated, "ClosedUtc") is { } closed && Moment(stated, "ReopenedUtc") is { } reopened
            ? new() { BookId = book, Number = number, Name = name, Note = note, Day = day, ClosedUtc = closed.At ?? default, ReopenedUtc = reopened.At }
            : null;
    }

    private static List<EditionText>? ReadTexts(JsonNode node, BookEdition edition)
    {
        var texts = new List<EditionText>();
        foreach (var stated in node as JsonArray ?? [])
        {
            if (stated is not JsonObject bag || Text(bag, "ContentItemId", 26) is not { } item || Text(bag, "ContentItemVersionId", 26) is not { } version || Text(bag, "Culture", 16) is not { } culture) return null;
            if (!int.TryParse(bag.Ignoring("Order")?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)) return null;
            texts.Add(new() { BookId = edition.BookId, ContentItemId = item, ContentItemVersionId = version, Order = order, Title = bag.Ignoring("Title").Text() ?? "", Culture = culture });
        }

        return node is JsonArray && texts.DistinctBy(t => t.ContentItemId).Count() == texts.Count ? texts : null;
    }

    private static string? Text(JsonObject bag, string name, int longest) => bag.Ignoring(name).Text()?.Trim() is { Length: > 0 } text && text.Length <= longest ? text : null;

    /// <returns>Null for what is no moment; a moment that is not stated is none.</returns>
    private static Stated? Moment(JsonObject bag, string name) => bag.Ignoring(name) switch
    {
        null => new(null),
        var node when DateTime.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) => new(at),
        _ => null,
    };

    private static JsonObject Write(BookEdition edition, IEnumerable<EditionText> texts)
    {
        var written = new JsonObject
        {
            ["BookId"] = edition.BookId,
            ["Number"] = edition.Number,
            [nameof(BookEdition.Name)] = edition.Name,
            ["Note"] = edition.Note,
            ["Day"] = edition.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["ClosedUtc"] = Exactly(edition.ClosedUtc),
            ["Texts"] = new JsonArray([.. texts.OrderBy(t => t.Order).ThenBy(t => t.ContentItemId, StringComparer.Ordinal).Select(t => new JsonObject
            {
                ["ContentItemId"] = t.ContentItemId,
                ["ContentItemVersionId"] = t.ContentItemVersionId,
                ["Order"] = t.Order,
                ["Title"] = t.Title,
                ["Culture"] = t.Culture,
            })]),
        };
        if (edition.ReopenedUtc is { } reopened) written["ReopenedUtc"] = Exactly(reopened);
        return written;
    }

    /// <summary>To the tick, as the site itself keeps it.</summary>
    private static string Exactly(DateTime moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Stated(DateTime? At);
}
