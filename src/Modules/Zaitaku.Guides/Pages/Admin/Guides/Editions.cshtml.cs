using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Editions;
using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Pages.Admin.Guides;

/// <summary>The editions of one book: what has changed since the last, closing the next, taking back a mistake.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class EditionsModel(Bookshelf bookshelf, EditionShelf shelf, EditionDesk desk, BookPrinter printer, TimeProvider clock) : PageModel
{
    public Book Book { get; private set; } = null!;

    public IReadOnlyList<BookEdition> Editions { get; private set; } = [];

    public BookEdition? Last => Editions.Count > 0 ? Editions[0] : null;

    /// <summary>Since the last edition; null before the first.</summary>
    public EditionChanges? Changes { get; private set; }

    public bool MayClose => Changes is not { IsEmpty: true };

    public bool MayReopen => Last is not null && desk.MayReopen(Last);

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public FormControl NameControl => Control(nameof(Name), GuidesText.EditionName, Name) with { Hint = GuidesText.EditionNameHint, Required = true };

    public FormControl DayControl => Control(nameof(Day), GuidesText.EditionDay, Day) with { Hint = GuidesText.EditionDayHint, Required = true };

    public FormControl NoteControl => Control(nameof(Note), GuidesText.EditionNote, Note) with { Hint = GuidesText.EditionNoteHint, Required = true };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        Name = ProposedName();
        Day = JapaneseDate.Machine(JapaneseDate.DayInTokyo(clock.GetUtcNow()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? act, int? reopen, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (reopen is { } number) Problems = await desk.ReopenAsync(id, number, cancel) is { } reason ? [new("", reason)] : [];
        else if (act == "close") Problems = await desk.CloseAsync(id, Words(), cancel);
        else return BadRequest();
        if (Problems.Count > 0) return await AgainAsync(id, cancel);
        printer.Wake();
        TempData["Notice"] = reopen is null ? GuidesText.EditionClosed : GuidesText.EditionReopened;
        return Redirect($"/admin/guides/{id}/editions");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(id, cancel) is not { } book || !Shelf.BookTypes.Contains(book.Item.ContentType)) return false;
        Book = book;
        Editions = await shelf.ListAsync(id, cancel);
        Changes = Last is { } last ? await shelf.SinceAsync(last, cancel) : null;
        return true;
    }

    private async Task<IActionResult> AgainAsync(string id, CancellationToken cancel)
    {
        foreach (var problem in Problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await FindAsync(id, cancel);
        return Page();
    }

    /// <summary>Line breaks of a form are those of Windows.</summary>
    private EditionWords Words() => new(
        string.Join(' ', (Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        (Note ?? "").ReplaceLineEndings("\n").Trim(),
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    private string ProposedName() => GuidesText.NextEdition(Editions.Count + 1);

    private FormControl Control(string name, string label, string? value) => new(name, label, value ?? "") { Problem = Problems.FirstOrDefault(p => p.Path == name)?.Message };
}
