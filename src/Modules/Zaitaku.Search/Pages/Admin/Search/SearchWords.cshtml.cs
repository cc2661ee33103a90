using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;
using Zaitaku.Search.Records;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Pages.Admin.Search;

/// <summary>What the public searches for, and what an editor can do about it: it is public at once, so it is for those who publish.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class SearchWordsModel(SiteDb db, SearchReports reports, WordDesk desk, SearchKeeper keeper, AuditTrail trail) : PageModel
{
    public SearchReport Report { get; private set; } = null!;

    public string RareHidden => SearchText.RareHidden(reports.ShownFrom);

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
        Report = await reports.TodayAsync(cancel);
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
        Report = await reports.TodayAsync(cancel);
        return Page();
    }
}
