using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Requests: those the reader may answer, several at once if they like; those of others; and the reader's own.</summary>
[Authorize(Policy = "EditContent")]
public sealed class ApprovalsModel(ApprovalList list, BulkApproval bulk) : EditorPage
{
    public IReadOnlyList<ApprovalRequest> ForMe { get; private set; } = [];

    public IReadOnlyList<ApprovalRequest> ForOthers { get; private set; } = [];

    public IReadOnlyList<ApprovalRequest> Mine { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = await list.WaitingAsync(User, cancel);
        ForMe = [.. waiting.Where(line => line.IsMine).Select(line => line.Request)];
        ForOthers = [.. waiting.Where(line => !line.IsMine).Select(line => line.Request)];
        Mine = await list.AskedByAsync(User, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, [FromForm] string[] pick, CancellationToken cancel)
    {
        if (act != "approve") return BadRequest();
        var outcome = await bulk.ApproveAsync(User, pick, cancel);
        if (outcome.Problems.Count == 0) return Back("/admin/approvals", ApprovalText.BulkDone(outcome.Done, 0));
        Problems = outcome.Problems;
        Refuse(outcome.Problems);
        if (outcome.Done > 0) TempData["Notice"] = ApprovalText.BulkDone(outcome.Done, outcome.Problems.Count);
        await OnGetAsync(cancel);
        return Page();
    }
}
