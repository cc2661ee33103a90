using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Text;
using Zaitaku.Search.Index;
using Zaitaku.Search.Records;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Pages.Admin.Search;

/// <summary>A word that was searched for: how often, and how many pages it found the last time.</summary>
public sealed record SearchedWord(string Words, int Count, int Found);

/// <summary>What the public searches for, and what an editor can do about it: it is public at once, so it is for those who publish.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class SearchWordsModel(
    SiteDb db, SiteDocuments documents, WordDesk desk, SearchKeeper keeper, ISearchEngine engine, PageMaker pages, AuditTrail trail, TimeProvider clock) : PageModel
{
    private const int Shown = 50;
    private const int Days = 30;

    public IReadOnlyList<SearchedWord> Searched { get; private set; } = [];

    public IReadOnlyList<SearchedWord> Fruitless { get; private set; } = [];

    public IReadOnlyList<List<string>> Pinned { get; private set; } = [];

    public IndexState State { get; private set; } = new(0, 0, 0, 0, null, null, false);

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    [BindProperty]
    public string? Word { get; set; }

    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public string? PinnedWord { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public async Task OnGetAsync(string? word, CancellationToken cancel)
    {
        Word = PinnedWord = word;
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? act, string? unpin, CancellationToken cancel)
    {
        if (unpin is not null)
        {
            await desk.UnpinAsync(unpin, cancel);
            return Done(SearchText.AnswerUnpinned);
        }

        switch (act)
        {
            case "rebuild":
                await RebuildAsync(cancel);
                return Done(SearchText.RebuildAsked);
            case "synonym":
                Problems = await desk.AddSynonymAsync(Word, Other, cancel);
                return Problems.Count == 0 ? Done(SearchText.SynonymAdded) : await AgainAsync(cancel);
            case "pin":
                Problems = await desk.PinAsync(PinnedWord, Address, cancel);
                return Problems.Count == 0 ? Done(SearchText.AnswerPinned) : await AgainAsync(cancel);
            default:
                return BadRequest();
        }
    }

    public string? ProblemAt(string name) => Problems.FirstOrDefault(problem => problem.Path == name)?.Message;

    private Task<bool> RebuildAsync(CancellationToken cancel) => db.WriteAsync(async () =>
    {
        await keeper.AskAsync(cancel);
        await trail.NoteAsync("Search", "RebuildAsked", nameof(SearchGeneration), cancel: cancel);
        return true;
    }, cancel);

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect("/admin/search");
    }

    private async Task<PageResult> AgainAsync(CancellationToken cancel)
    {
        foreach (var problem in Problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var since = JapaneseDate.DayInTokyo(clock.GetUtcNow()).AddDays(-Days);
        var records = await db.Set<SearchRecord>().AsNoTracking().Where(r => r.Day >= since).ToListAsync(cancel);
        var words = records.GroupBy(r => r.Words).Select(group => new SearchedWord(group.Key, group.Sum(r => r.Count), group.MaxBy(r => r.Day)!.Found)).OrderByDescending(word => word.Count).ToList();
        Searched = [.. words.Take(Shown)];
        Fruitless = [.. words.Where(word => word.Found == 0).Take(Shown)];
        Pinned = [.. WordLines.Read((await documents.GetAsync<SiteSettings>(cancel)).Section<PinnedAnswersSettings>().Answers).Where(line => line.Count >= 2)];
        State = await IndexState.OfAsync(db, engine, pages, cancel);
    }
}
