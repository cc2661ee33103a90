using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>代理: whom an approver lets answer in their place, and when.</summary>
[Authorize(Policy = "ApproveContent")]
public sealed class StandInsModel(StandIns standIns) : EditorPage
{
    public IReadOnlyList<StandIn> Named { get; private set; } = [];

    public IReadOnlyList<Holder> Choices { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    [BindProperty]
    public string? StandIn { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Named = await standIns.MineAsync(cancel);
        Choices = await standIns.ChoicesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? end, CancellationToken cancel)
    {
        if (end is not null) return await standIns.EndAsync(end, cancel) ? Back("/admin/approvals/stand-ins", ApprovalText.StandInEnded) : NotFound();
        Problems = await standIns.NameAsync(StandIn, From, Until, cancel);
        if (Problems.Count == 0) return Back("/admin/approvals/stand-ins", ApprovalText.StandInNamed);
        Refuse(Problems);
        await OnGetAsync(cancel);
        return Page();
    }

    public FormControl Control(string name, string label, string value) => new(name, label, value)
    {
        Problem = Problems.FirstOrDefault(problem => problem.Path == name)?.Message,
        Required = true,
    };
}
