using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What pages of approval share: how a refusal is answered.</summary>
public abstract class ApprovalPage : EditorPage
{
    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>404, 403, or the same page with what is wrong.</summary>
    protected async Task<IActionResult> RefuseAsync(ApprovalOutcome outcome, Func<Task<IActionResult>> again)
    {
        if (outcome.Refusal == ApprovalRefusal.NotThere) return NotFound();
        if (outcome.Refusal == ApprovalRefusal.NotYours) return Forbid();
        Problems = outcome.Problems;
        Refuse(outcome.Problems);
        if (outcome.Refusal == ApprovalRefusal.Meanwhile) Response.StatusCode = StatusCodes.Status409Conflict;
        return await again();
    }
}
