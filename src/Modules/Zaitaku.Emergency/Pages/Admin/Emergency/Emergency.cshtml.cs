using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Editing;
using Zaitaku.Emergency.Postings;

namespace Zaitaku.Emergency.Pages.Admin.Emergency;

/// <summary>What stands on the site, and the form that puts a prepared notice there.</summary>
[Authorize(Policy = "ManageEmergency")]
public sealed class EmergencyModel(EmergencyDesk desk, SiteDb db, TimeProvider clock) : PageModel
{
    private const int Remembered = 10;

    public IReadOnlyList<ContentItem> Prepared { get; private set; } = [];

    /// <summary>Those seen now or planned, the next to end first.</summary>
    public IReadOnlyList<Posting> Standing { get; private set; } = [];

    public IReadOnlyList<Posting> Over { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    [BindProperty]
    public string? Notice { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(string? notice, CancellationToken cancel)
    {
        Notice = notice;
        Until = Moments.Local(Now + EmergencyDesk.Usual);
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(long? lift, long? extend, CancellationToken cancel)
    {
        if (lift is { } ended) return Answer(await desk.LiftAsync(ended, cancel), EmergencyText.Lifted);
        if (extend is { } longer) return Answer(await desk.ExtendAsync(longer, cancel), EmergencyText.Extended);
        var wish = new PostingWish(Notice, Place == "first", Moments.FromLocal(From), Moments.FromLocal(Until));
        ContentProblem[] misread = [.. Misread("From", From, wish.FromUtc), .. Misread("Until", Until, wish.UntilUtc)];
        Problems = misread.Length > 0 ? misread : await desk.PostAsync(wish, cancel);
        if (Problems.Count == 0) return Answer(null, wish.FromUtc is null ? EmergencyText.Posted : EmergencyText.Planned);
        foreach (var problem in Problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(cancel);
        return Page();
    }

    public string? ProblemAt(string name) => Problems.FirstOrDefault(problem => problem.Path == name)?.Message;

    private static IEnumerable<ContentProblem> Misread(string name, string? typed, DateTime? moment)
    {
        if (!string.IsNullOrWhiteSpace(typed) && moment is null) yield return new(name, EmergencyText.NotAMoment);
    }

    private RedirectResult Answer(string? refusal, string done)
    {
        TempData["Notice"] = refusal ?? done;
        return Redirect("/admin/emergency");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var now = Now;
        Prepared = await desk.Prepared.OrderBy(item => item.DisplayText).ToListAsync(cancel);
        Standing = await db.Set<Posting>().AsNoTracking().Where(posting => posting.EndUtc > now).OrderBy(posting => posting.EndUtc).ToListAsync(cancel);
        Over = await db.Set<Posting>().AsNoTracking().Where(posting => posting.EndUtc <= now).OrderByDescending(posting => posting.EndUtc).Take(Remembered).ToListAsync(cancel);
    }
}
