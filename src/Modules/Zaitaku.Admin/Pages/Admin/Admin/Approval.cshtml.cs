using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>One request: what would change, what the checks say, and the answer.</summary>
[Authorize(Policy = "EditContent")]
public sealed class ApprovalModel(
    ApprovalBook book, ApprovalDesk approvals, ApplicationDesk applications, Mandates mandates, ContentDesk desk, Differences differences) : ApprovalPage
{
    public ApprovalRequest Asked { get; private set; } = null!;

    public IReadOnlyList<ApprovalAct> Acts { get; private set; } = [];

    /// <summary>The version asked about, as long as it is kept.</summary>
    public ContentItem? Version { get; private set; }

    /// <summary>By which mandate the reader may answer now; null when they may not.</summary>
    public Mandate? Mandate { get; private set; }

    /// <summary>What the checks say, while there is something to decide.</summary>
    public ProofView? Proof { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public FormControl Comment { get; private set; } = null!;

    public bool MayWithdraw => Asked.State == ApprovalState.Waiting && Asked.ApplicantId == Cms.Access.PermissionPolicies.Id(User);

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancel) => ShowAsync(id, "", cancel);

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? act, [FromForm] int turn, [FromForm] string? comment, CancellationToken cancel)
    {
        if (await book.FindAsync(id, cancel) is null) return NotFound();
        var outcome = act switch
        {
            "approve" or "approve-over" => await approvals.ApproveAsync(User, id, turn, comment, act == "approve-over", cancel),
            "remand" or "remand-down" => await approvals.RemandAsync(User, id, turn, comment, act == "remand-down", cancel),
            "withdraw" => await applications.WithdrawAsync(id, cancel),
            _ => null,
        };
        if (outcome is null) return BadRequest();
        if (outcome.Request is { } request) return Back($"/admin/approvals/{id}", NoticeOf(request));
        return await RefuseAsync(outcome, () => ShowAsync(id, comment ?? "", cancel));
    }

    private static string NoticeOf(ApprovalRequest request) => request switch
    {
        { State: ApprovalState.Withdrawn } => ApprovalText.Withdrawn,
        { State: ApprovalState.Remanded } => ApprovalText.Remanded,
        { State: ApprovalState.Waiting, Level: 1 } => ApprovalText.Remanded,
        { State: ApprovalState.Waiting } => ApprovalText.PassedOn,
        { Kind: ApprovalKind.TakeDown } => ApprovalText.TakenDown,
        _ => ApprovalText.Approved,
    };

    private async Task<IActionResult> ShowAsync(string id, string comment, CancellationToken cancel)
    {
        if (await book.FindAsync(id, cancel) is not { } request) return NotFound();
        Version = await desk.VersionAsync(request.ContentItemId, request.ContentItemVersionId, cancel);
        // An item that has moved to a circle the reader does not belong to takes its requests along; one that was purged leaves them.
        if (Version is null && await book.HasVersionAsync(request, cancel)) return NotFound();
        (Asked, Acts) = (request, await book.ActsAsync([id], cancel));
        Mandate = Mandates.For(request, Acts, User, await mandates.OfAsync(User, cancel));
        if (Version is not null && request.State == ApprovalState.Waiting) Proof = await approvals.ReadAsync(request, Version, cancel);
        if (Version is not null && request.Kind != ApprovalKind.TakeDown) Differences = await differences.BetweenAsync(await desk.LiveCounterpartAsync(Version, cancel), Version, cancel);
        Comment = new("Comment", ApprovalText.Comment, comment)
        {
            Hint = ApprovalText.CommentHint,
            Problem = Problems.FirstOrDefault(problem => problem.Path == "Comment")?.Message,
        };
        return Page();
    }
}
