using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Cms.Words;

/// <summary>
/// The page of a list of words: find one, add, change or remove it, look at what would become of a sentence and of the pages first, and take the whole
/// list out as a file and in again. The theme of the workplace draws it (<c>WordList</c>).
/// </summary>
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, ValueLengthLimit = MaxRequest)]
public abstract class WordListPage(WordList list, WordDesk desk) : PageModel
{
    private const int MaxRequest = 8 * 1024 * 1024;
    private const int MaxFile = 2 * 1024 * 1024;
    private const int MaxShown = 50;
    private const int MaxSentence = 1000;
    private const int MaxCell = 200;
    private const char Between = '\u3001';

    private string source = "";

    public WordListPhrases Phrases => list.Phrases;

    public string? Words { get; private set; }

    public IReadOnlyList<WordLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, int>? Places { get; private set; }

    public PageOfList Paging { get; private set; } = null!;

    /// <summary>The line that is being changed, as it stands; empty for a new one.</summary>
    public string Was { get; private set; } = "";

    public IReadOnlyList<string> Cells { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    /// <summary>The sentence now, and under the changed list. Safe HTML.</summary>
    public (string Before, string After)? Tried { get; private set; }

    public IReadOnlyList<TouchedPage>? Touched { get; private set; }

    /// <summary>A whole list that was sent and has been looked at, to be put in the place of the present one.</summary>
    public string? Sent { get; private set; }

    public IReadOnlyList<(string Word, string? Before, string? After)> Differences { get; private set; } = [];

    public string Version => WordDesk.VersionOf(source);

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public FormControl Control(int column) => new($"cell-{column}", Phrases.Columns[column].Label, Cells.ElementAtOrDefault(column) ?? "")
    {
        Hint = Phrases.Columns[column].Hint,
        Required = Phrases.Columns[column].Required,
        Problem = Problems.FirstOrDefault(problem => problem.Path == $"cell-{column}")?.Message,
    };

    /// <summary>The line as its columns show it.</summary>
    public IReadOnlyList<string> Shown(WordLine line) =>
        [.. Phrases.Columns.Select((column, at) => column.TakesRest ? string.Join(Between, line.Cells.Skip(at)) : line.Cells.ElementAtOrDefault(at) ?? "")];

    public async Task<IActionResult> OnGetAsync(string? q, int? page, int? line, CancellationToken cancel)
    {
        source = await desk.ReadAsync(list, cancel);
        if (line is not null && WordLines.Of(source).FirstOrDefault(known => known.Number == line) is { } chosen) (Was, Cells) = (chosen.Text, Shown(chosen));
        return await ShowAsync(q, page, cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        File(WordFile.Write(await desk.ReadAsync(list, cancel)), "text/csv; charset=utf-8", $"{list.Path[(list.Path.LastIndexOf('/') + 1)..]}.csv");

    public async Task<IActionResult> OnPostAsync(string? act, IFormFile? file, CancellationToken cancel)
    {
        var form = new PostedForm(Request.Form.ToDictionary(value => value.Key, value => value.Value.OfType<string>().ToArray()));
        source = await desk.ReadAsync(list, cancel);
        Was = form.Value("was") ?? "";
        Cells = [.. Phrases.Columns.Select((_, at) => (form.Value($"cell-{at}") ?? "").Trim())];
        Sentence = Short(form.Value("sentence") ?? "");
        return act switch
        {
            "try" or "save" => await TakeLineAsync(act == "save", cancel),
            "remove" => await DoneAsync(await desk.RemoveAsync(list, Was, cancel), WordsText.Removed, cancel),
            "check" => await CheckAsync(file, cancel),
            "replace" => await ReplaceAsync(form.Value("all") ?? "", form.Value("version"), cancel),
            _ => BadRequest(),
        };
    }

    private async Task<IActionResult> TakeLineAsync(bool save, CancellationToken cancel)
    {
        if (WrongCells() is { Count: > 0 } wrong) return await RefuseAsync(wrong, cancel);
        var line = WordLines.Line(Cells.SelectMany(WordsOf));
        if (save) return await DoneAsync(Was.Length > 0 ? await desk.ReplaceAsync(list, Was, line, cancel) : await desk.AddAsync(list, line, cancel), Was.Length > 0 ? WordsText.Changed : WordsText.Added, cancel);
        var after = Was.Length > 0 ? WordLines.Replace(source, Was, line) : WordLines.Add(source, line);
        if (after is null) return await DoneAsync(new([], IsStale: true), "", cancel);
        if (WordDesk.NewProblems(list, source, after) is { Count: > 0 } problems) return await RefuseAsync(OfLine(problems), cancel);
        if (Sentence.Length == 0) Sentence = Phrases.TrySample;
        Tried = (list.Try(source, Sentence), list.Try(after, Sentence));
        Touched = await list.TouchedAsync(source, after, cancel);
        return await ShowAsync(null, null, cancel);
    }

    /// <summary>The words of a cell: one, or all those of a column that takes the rest.</summary>
    private IEnumerable<string> WordsOf(string cell, int column) =>
        Phrases.Columns[column].TakesRest ? cell.Split([Between, ',', '\uFF0C', '\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [cell];

    private async Task<IActionResult> CheckAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null) return await RefuseAsync([new("file", WordsText.FileMissing)], cancel);
        if (file.Length > MaxFile) return await RefuseAsync([new("file", WordsText.FileTooLarge)], cancel, StatusCodes.Status413PayloadTooLarge);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        if (WordFile.Read(bytes.ToArray()) is not { } all) return await RefuseAsync([new("file", WordsText.FileUnreadable)], cancel);
        return await LookAsync(all, cancel);
    }

    /// <summary>Shows what would change, and asks.</summary>
    private async Task<IActionResult> LookAsync(string all, CancellationToken cancel)
    {
        if (WrongLines(all) is { Count: > 0 } wrong) return await RefuseAsync(wrong, cancel);
        Differences = WordLines.Difference(source, all);
        if (Differences.Count == 0) return await RefuseAsync([new("file", WordsText.NotChanged)], cancel);
        (Sent, Touched) = (all, await list.TouchedAsync(source, all, cancel));
        return await ShowAsync(null, null, cancel);
    }

    private async Task<IActionResult> ReplaceAsync(string all, string? version, CancellationToken cancel)
    {
        if (all.Length > MaxFile) return await RefuseAsync([new("file", WordsText.FileTooLarge)], cancel, StatusCodes.Status413PayloadTooLarge);
        if (WrongLines(all) is { Count: > 0 } wrong) return await RefuseAsync(wrong, cancel);
        var outcome = await desk.ReplaceAllAsync(list, all, version, cancel);
        if (outcome.IsDone) return Back(WordsText.Replaced);
        await LookAsync(all, cancel);
        return await RefuseAsync([new("", WordsText.ChangedMeanwhile)], cancel, StatusCodes.Status409Conflict);
    }

    /// <summary>An empty file is a mistake: nobody who wants to do without a list sends one.</summary>
    private List<ContentProblem> WrongLines(string all) => WordLines.Of(all).Count == 0 ? [new("file", WordsText.FileEmpty)] : Listed(list.Problems(all));

    private List<ContentProblem> WrongCells()
    {
        List<ContentProblem> wrong = [];
        for (var at = 0; at < Cells.Count; at++)
        {
            if (Cells[at].Length == 0 && Phrases.Columns[at].Required) wrong.Add(new($"cell-{at}", WordsText.Missing(Phrases.Columns[at].Label)));
            else if (WordsOf(Cells[at], at).Any(word => word.Length > MaxCell)) wrong.Add(new($"cell-{at}", WordsText.TooLong(MaxCell)));
            else if (WordsOf(Cells[at], at).Any(word => word.Any(letter => letter is ',' or '#' || char.IsControl(letter)))) wrong.Add(new($"cell-{at}", WordsText.Comma));
            else if (WordsOf(Cells[at], at).Any(WordFile.IsFormula)) wrong.Add(new($"cell-{at}", WordsText.Formula));
        }

        return wrong;
    }

    private async Task<IActionResult> DoneAsync(WordOutcome outcome, string notice, CancellationToken cancel)
    {
        if (outcome.IsDone) return Back(notice);
        return outcome.IsStale ? await RefuseAsync([new("", WordsText.Gone)], cancel, StatusCodes.Status409Conflict) : await RefuseAsync(OfLine(outcome.Problems), cancel);
    }

    /// <summary>The line's number says nothing to whoever has typed one word.</summary>
    private static List<ContentProblem> OfLine(IReadOnlyList<WordProblem> problems) => [.. problems.Select(problem => new ContentProblem("cell-0", problem.Message)).Distinct()];

    private static List<ContentProblem> Listed(IReadOnlyList<WordProblem> problems)
    {
        var listed = problems.Take(MaxShown).Select(problem => new ContentProblem("file", WordsText.AtLine(problem.Line, problem.Message)));
        return problems.Count > MaxShown ? [.. listed, new("file", WordsText.More(problems.Count - MaxShown))] : [.. listed];
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<ContentProblem> problems, CancellationToken cancel, int status = StatusCodes.Status400BadRequest)
    {
        Problems = problems;
        foreach (var problem in problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = status;
        return await ShowAsync(null, null, cancel);
    }

    private RedirectResult Back(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(list.Path);
    }

    private async Task<PageResult> ShowAsync(string? q, int? page, CancellationToken cancel)
    {
        Words = q;
        var found = WordLines.Of(source).Where(line => string.IsNullOrWhiteSpace(q) || line.Cells.Any(cell => cell.Contains(q.Trim(), StringComparison.OrdinalIgnoreCase))).ToList();
        Paging = new PageOfList(Math.Max(page ?? 1, 1), found.Count, list.Path + QueryString.Create("q", q ?? ""));
        Lines = [.. found.Skip(Paging.Skip).Take(Paging.Size)];
        Places = await list.PlacesAsync(source, cancel);
        if (Sentence.Length == 0) Sentence = Phrases.TrySample;
        return Page();
    }

    private static string Short(string sentence) => sentence.Length <= MaxSentence ? sentence : string.Concat(sentence.EnumerateRunes().Take(MaxSentence / 2));
}
