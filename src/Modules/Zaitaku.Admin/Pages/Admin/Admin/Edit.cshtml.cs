using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Freshness;
using Zaitaku.Admin.Proofs;
using Zaitaku.Admin.Replacements;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The editor of an item: its form, made from the definition of its type, and what can be done with it.</summary>
[Authorize(Policy = "EditContent")]
public sealed class EditModel(
    EditDesk edits, ContentDesk desk, TrashCan trash, Autosaves autosaves, Presence presence, MergeDesk merges, ProofDesk proofs, ApprovalRule rule, ApprovalBook book,
    ReviewDesk reviews, ReplacementDesk replacements) : EditorPage
{
    public ContentItem Item { get; private set; } = null!;

    public EditorView View { get; private set; } = null!;

    /// <summary>Shown in the form's place when someone else has saved first.</summary>
    public MergeView? Merge { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? from, bool? check, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return NotFound();
        var kept = await autosaves.FindAsync(id, cancel);
        if (kept is null || from != "autosave") return await ShowAsync(item, item.ContentItemVersionId, null, [], kept, cancel, check == true ? await proofs.ReadAsync(item, cancel) : null);
        var form = Autosaves.FormOf(kept);
        var begun = await desk.VersionAsync(id, kept.BaseVersionId, cancel) ?? item;
        var taken = await edits.TakeAsync(begun, form, cancel);
        return await ShowAsync(taken.Item, begun.ContentItemVersionId, form, taken.Problems, null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string id, string? act, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return NotFound();
        if (!MayDo(act)) return Forbid();
        var form = Posted();
        if (FormAct.Of(act) is { } inside) return await RedrawAsync(item, form, inside, cancel);
        return act switch
        {
            "save" or "preview" or "ask" => await SaveAsync(item, form, publish: false, act, cancel),
            "publish" or "publish-over" when item.Get<ReplacementPart>() is not null => await ReplaceAsync(item, form, act == "publish-over", cancel),
            "publish" or "publish-over" => await SaveAsync(item, form, publish: true, act, cancel),
            "check" or "mend" => await CheckAsync(item, form, mend: act == "mend", cancel),
            "merge" => await MergeAsync(item, form, cancel),
            "unpublish" or "unpublish-over" => await UnpublishAsync(item, act == "unpublish-over", cancel),
            "trash" => await TrashAsync(item, cancel),
            "drop" => await DropAsync(id, cancel),
            "copy" => await CopyAsync(item, cancel),
            "reviewed" => await reviews.ConfirmAsync(id, cancel) is { } next ? Back($"/admin/content/{id}", AdminText.Reviewed(next)) : NotFound(),
            _ => BadRequest(),
        };
    }

    private async Task<IActionResult> SaveAsync(ContentItem item, PostedForm form, bool publish, string act, CancellationToken cancel)
    {
        var begun = form.Value("base") ?? "";
        KeepSchedule(form, await rule.OfAsync(item.ContentType, cancel));
        var outcome = await edits.SaveAsync(item, begun, form, publish, cancel, overErrors: act == "publish-over");
        if (outcome.Theirs is { } theirs) return await ShowMergeAsync(theirs, outcome.Item, begun, form, cancel);
        if (outcome.Problems.Count > 0) return await RefuseAsync(outcome, begun, form, publish, cancel);
        await presence.GoneAsync(item.ContentItemId, cancel);
        if (act == "preview") return Back($"/admin/content/{item.ContentItemId}/preview", AdminText.Saved);
        if (act == "ask") return Back($"/admin/content/{item.ContentItemId}/approval", AdminText.Saved);
        return Back($"/admin/content/{item.ContentItemId}", publish ? AdminText.Published : SavedNotice(outcome.Item));
    }

    private static string SavedNotice(ContentItem item) => item.Get<PublishLaterPart>()?.ScheduledPublishUtc is null ? AdminText.Saved
        : item.Get<ReplacementPart>() is null ? AdminText.Scheduled : AdminText.ScheduledReplacement;

    /// <summary>What stands in the form is saved in the copy, and the copy goes into its live item.</summary>
    private async Task<IActionResult> ReplaceAsync(ContentItem item, PostedForm form, bool over, CancellationToken cancel)
    {
        var begun = form.Value("base") ?? "";
        form.Put("PublishLaterPart.ScheduledPublishUtc", "");
        var outcome = await edits.SaveAsync(item, begun, form, publish: false, cancel);
        if (outcome.Theirs is { } theirs) return await ShowMergeAsync(theirs, outcome.Item, begun, form, cancel);
        if (outcome.Problems.Count > 0) return await RefuseAsync(outcome, begun, form, publish: false, cancel);
        var of = item.Get<ReplacementPart>()!.Of;
        var problems = await replacements.GoInAsync((await desk.LatestAsync(item.ContentItemId, cancel))!, cancel, over);
        if (problems.Count == 0) return Back($"/admin/content/{of}", ReplacementText.WentIn);
        var saved = (await desk.LatestAsync(item.ContentItemId, cancel))!;
        Refuse(problems);
        return await ShowAsync(saved, saved.ContentItemVersionId, null, problems, null, cancel, await proofs.ReadAsync(saved, cancel));
    }

    private async Task<IActionResult> CopyAsync(ContentItem item, CancellationToken cancel)
    {
        if (await replacements.BeginAsync(item.ContentItemId, cancel) is { } copy) return Back($"/admin/content/{copy.ContentItemId}", ReplacementText.Begun);
        Refuse([new("", ReplacementText.NotLive)]);
        return await ShowAsync(item, item.ContentItemVersionId, null, [new("", ReplacementText.NotLive)], null, cancel);
    }

    /// <summary>The form of the merge page: what the editor chose of both, saved over what the other had saved.</summary>
    private async Task<IActionResult> MergeAsync(ContentItem item, PostedForm form, CancellationToken cancel)
    {
        var chosen = MergeForm.Chosen(form);
        var publish = form.Value("wanted") == "publish";
        if (publish && !User.May(CmsPermissions.PublishContent)) return Forbid();
        return await SaveAsync(item, chosen, publish, publish ? "publish" : "save", cancel);
    }

    private async Task<IActionResult> ShowMergeAsync(ContentItem theirs, ContentItem mine, string baseVersionId, PostedForm form, CancellationToken cancel)
    {
        var begun = await desk.VersionAsync(theirs.ContentItemId, baseVersionId, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        Item = theirs;
        Merge = await merges.ViewAsync(theirs, mine, begun, form, cancel);
        return Page();
    }

    private async Task<IActionResult> RedrawAsync(ContentItem item, PostedForm form, FormAct act, CancellationToken cancel)
    {
        act.ApplyTo(form);
        var begun = form.Value("base") ?? "";
        var from = await desk.VersionAsync(item.ContentItemId, begun, cancel) ?? item;
        var taken = await edits.TakeAsync(from, form, cancel);
        return await ShowAsync(taken.Item, begun, form, [], null, cancel);
    }

    private async Task<IActionResult> RefuseAsync(SaveOutcome outcome, string begun, PostedForm form, bool publish, CancellationToken cancel)
    {
        Refuse(outcome.Problems);
        var proof = publish ? await proofs.ReadAsync(outcome.Item, cancel) : null;
        return await ShowAsync(outcome.Item, begun, form, outcome.Problems, null, cancel, proof);
    }

    /// <summary>The checks before publication, on what stands in the form. Nothing is saved.</summary>
    private async Task<IActionResult> CheckAsync(ContentItem item, PostedForm form, bool mend, CancellationToken cancel)
    {
        var begun = form.Value("base") ?? "";
        int? mended = mend ? await proofs.MendAsync(form, async () => (await TakenAsync(item, begun, form, cancel)).Item, cancel) : null;
        var taken = await TakenAsync(item, begun, form, cancel);
        var proof = await proofs.ReadAsync(taken.Item, cancel) with { Mended = mended };
        return await ShowAsync(taken.Item, begun, form, taken.Problems, null, cancel, proof);
    }

    private async Task<SaveOutcome> TakenAsync(ContentItem item, string begun, PostedForm form, CancellationToken cancel) =>
        await edits.TakeAsync(await desk.VersionAsync(item.ContentItemId, begun, cancel) ?? item.Copy(), form, cancel);

    private async Task<IActionResult> UnpublishAsync(ContentItem item, bool over, CancellationToken cancel)
    {
        if ((await rule.OfAsync(item.ContentType, cancel)).TakeDown)
        {
            Refuse([new("", ApprovalText.NeededToTakeDown)]);
            return await ShowAsync(item, item.ContentItemVersionId, null, [new("", ApprovalText.NeededToTakeDown)], null, cancel);
        }

        var proof = await proofs.BeforeTakingDownAsync(item, cancel);
        if (proof.Errors > 0 && !over)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(item, item.ContentItemVersionId, null, [], null, cancel, proof);
        }

        var done = await desk.UnpublishAsync(item.ContentItemId, cancel, over && proof.Errors > 0 ? AdminText.TakenDownOverLinks : null);
        return Back($"/admin/content/{item.ContentItemId}", done ? AdminText.Unpublished : AdminText.NotPublic);
    }

    private async Task<IActionResult> TrashAsync(ContentItem item, CancellationToken cancel)
    {
        var reasons = await desk.ReasonsToStayAsync(item.ContentItemId, cancel);
        if ((reasons.Count > 0 ? reasons[0] : await trash.PutAsync(item.ContentItemId, cancel)) is not { } why) return Back("/admin/content", AdminText.Trashed);
        Refuse([new("", why)]);
        return await ShowAsync(item, item.ContentItemVersionId, null, [new("", why)], null, cancel);
    }

    private async Task<IActionResult> DropAsync(string id, CancellationToken cancel)
    {
        await autosaves.DropAsync(id, cancel);
        return Back($"/admin/content/{id}", AdminText.AutosaveDropped);
    }

    private async Task<ReplacementView?> ReplacementAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<ReplacementPart>() is not { } part) return await replacements.OfAsync(item.ContentItemId, cancel) is { } copy ? new(copy.ContentItemId) : null;
        var live = await replacements.LiveAsync(item, cancel);
        return new(null, (part.Of ?? "", live?.DisplayText ?? item.DisplayText ?? ""), live is not null && live.ContentItemVersionId != part.BaseVersionId, part.Held);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, string begun, PostedForm? form, IReadOnlyList<ContentProblem> problems, Autosave? kept, CancellationToken cancel, ProofView? proof = null)
    {
        Item = item;
        var container = item.Get<ContainedPart>()?.ListContentItemId is { Length: > 0 } listId ? await desk.LatestAsync(listId, cancel) : null;
        var context = await edits.ContextAsync(form, problems, cancel);
        var approval = await rule.OfAsync(item.ContentType, cancel);
        View = new EditorView(item, context, Listing.TypesOf.NameOf(context.Definitions, item.ContentType), item.ContentItemId, begun)
        {
            IsLive = await desk.IsLiveAsync(item.ContentItemId, cancel),
            Others = await presence.HereAsync(item.ContentItemId, cancel),
            Kept = kept,
            Proof = proof is null ? null : proof with { NeedsApproval = proof.TakesDown ? approval.TakeDown : approval.Demanded },
            Replacement = await ReplacementAsync(item, cancel),
            Approval = approval,
            Request = await book.LatestAsync(item.ContentItemId, cancel) is { State: ApprovalState.Waiting or ApprovalState.Remanded } request ? request : null,
            Container = container is null ? null : (container.ContentItemId, container.DisplayText ?? ""),
        };
        return Page();
    }
}
