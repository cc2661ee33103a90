using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>申請: what is asked about, and a word to the approver.</summary>
[Authorize(Policy = "EditContent")]
public sealed class AskModel(ApplicationDesk applications, ContentDesk desk, ProofDesk proofs, Differences differences, ApprovalRule rule) : ApprovalPage
{
    public ContentItem Item { get; private set; } = null!;

    /// <summary>Whether it is asked to take the item down.</summary>
    public bool Down { get; private set; }

    public int Levels { get; private set; }

    public ProofView Proof { get; private set; } = null!;

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public FormControl Comment { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string id, bool down, CancellationToken cancel) => ShowAsync(id, down, "", cancel);

    public async Task<IActionResult> OnPostAsync(string id, bool down, [FromForm] string? version, [FromForm] string? comment, CancellationToken cancel)
    {
        var outcome = await applications.AskAsync(id, version, down, comment, cancel);
        if (outcome.Request is { } request) return Back($"/admin/approvals/{request.Id}", ApprovalText.Asked);
        return await RefuseAsync(outcome, () => ShowAsync(id, down, comment ?? "", cancel));
    }

    private async Task<IActionResult> ShowAsync(string id, bool down, string comment, CancellationToken cancel)
    {
        if (await applications.SubjectAsync(id, down, cancel) is not { } item) return NotFound();
        (Item, Down) = (item, down);
        Levels = Math.Max(1, (await rule.OfAsync(item.ContentType, cancel)).Levels);
        Proof = down ? await proofs.BeforeTakingDownAsync(item, cancel) : await proofs.ReadAsync(item, cancel);
        if (!down) Differences = await differences.BetweenAsync(await desk.LiveCounterpartAsync(item, cancel), item, cancel);
        Comment = new("Comment", ApprovalText.CommentToApprover, comment)
        {
            Hint = ApprovalText.CommentToApproverHint,
            Problem = Problems.FirstOrDefault(problem => problem.Path == "Comment")?.Message,
        };
        return Page();
    }
}
