using System.Security.Claims;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>承認と差戻し. Each answer names the turn it was given in; of two answers to one turn the second finds the first.</summary>
public sealed class ApprovalDesk(SiteDb db, ContentDesk desk, ProofDesk proofs, Mandates mandates, ApprovalBook book, ApprovalMail mail, Release release)
{
    /// <summary>Approves at the level that is waited for. After the last level the version goes out, or the item is taken down.</summary>
    /// <param name="overErrors">Whether it goes on although the checks have found errors; that needs <c>PublishOverErrors</c> and is written down.</param>
    public Task<ApprovalOutcome> ApproveAsync(ClaimsPrincipal by, string id, int turn, string? comment, bool overErrors, CancellationToken cancel) =>
        AnswerAsync(by, id, turn, ApprovalVerbs.Approved, comment, async (request, item, mandate) =>
        {
            var found = await ReadAsync(request, item, cancel);
            if (found.Errors > 0 && !(overErrors && by.May(CmsPermissions.PublishOverErrors))) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.HeldBack(found.Errors));
            var (level, said) = (request.Level, (comment ?? "").Trim());
            var last = request.IsLastLevel;
            if (last) request.State = ApprovalState.Approved;
            else request.Level++;
            await book.WriteAsync(request, ApprovalVerbs.Approved, level, found.Errors > 0 ? ApprovalText.Over(found.Errors, said) : said, cancel, mandate);
            if (last && await release.GoAsync(request, item, found.Errors > 0, cancel) is { Count: > 0 } problems) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong) with { Problems = problems };
            await (last ? mail.ApprovedAsync(request, cancel) : mail.AskAsync(request, cancel));
            return new(request);
        }, cancel);

    /// <summary>差戻し, with the reason: to the applicant, or from the second level to the first.</summary>
    public Task<ApprovalOutcome> RemandAsync(ClaimsPrincipal by, string id, int turn, string? comment, bool toFirstLevel, CancellationToken cancel) =>
        AnswerAsync(by, id, turn, toFirstLevel ? ApprovalVerbs.RemandedDown : ApprovalVerbs.Remanded, comment, async (request, _, mandate) =>
        {
            if (string.IsNullOrWhiteSpace(comment)) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.ReasonMissing, "Comment");
            if (toFirstLevel && request.Level == 1) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.NoLowerLevel);
            var level = request.Level;
            if (toFirstLevel) request.Level = 1;
            else request.State = ApprovalState.Remanded;
            await book.WriteAsync(request, toFirstLevel ? ApprovalVerbs.RemandedDown : ApprovalVerbs.Remanded, level, comment.Trim(), cancel, mandate);
            await (toFirstLevel ? mail.AskAsync(request, cancel) : mail.RemandedAsync(request, comment.Trim(), cancel));
            return new(request);
        }, cancel);

    /// <summary>What the checks say of it now.</summary>
    public Task<ProofView> ReadAsync(ApprovalRequest request, ContentItem item, CancellationToken cancel) =>
        request.Kind == ApprovalKind.TakeDown ? proofs.BeforeTakingDownAsync(item, cancel) : proofs.ReadAsync(item, cancel);

    /// <summary>The version the request is about while it is still the one in question; null when it has been overtaken.</summary>
    public async Task<ContentItem?> SubjectAsync(ApprovalRequest request, CancellationToken cancel)
    {
        var item = request.Kind == ApprovalKind.TakeDown ? await desk.LiveAsync(request.ContentItemId, cancel) : await desk.LatestAsync(request.ContentItemId, cancel);
        return item?.ContentItemVersionId == request.ContentItemVersionId ? item : null;
    }

    private Task<ApprovalOutcome> AnswerAsync(
        ClaimsPrincipal by, string id, int turn, string verb, string? comment, Func<ApprovalRequest, ContentItem, Mandate, Task<ApprovalOutcome>> answer, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await book.FindAsync(id, cancel) is not { } request) return ApprovalOutcome.Refused(ApprovalRefusal.NotThere);
        if (request.State == ApprovalState.Waiting && await desk.LatestAsync(request.ContentItemId, cancel) is null) return ApprovalOutcome.Refused(ApprovalRefusal.NotThere);
        var acts = await book.ActsAsync([id], cancel);
        // The second press of one button is no second answer.
        if (acts.FirstOrDefault(act => act.Turn == turn + 1) is { } done && done.UserId == by.Id() && done.Verb == verb) return new(request);
        var mine = await mandates.OfAsync(by, cancel);
        if (request.State != ApprovalState.Waiting || request.Turn != turn)
        {
            return mine.Count == 0 ? ApprovalOutcome.Refused(ApprovalRefusal.NotYours) : ApprovalOutcome.Refused(ApprovalRefusal.Meanwhile, ApprovalText.Answered);
        }

        if (Mandates.For(request, acts, by, mine) is not { } mandate) return ApprovalOutcome.Refused(ApprovalRefusal.NotYours);
        if (await SubjectAsync(request, cancel) is not { } item) return ApprovalOutcome.Refused(ApprovalRefusal.Meanwhile, ApprovalText.Overtaken);
        if (comment?.Trim().Length > ApprovalTables.MaxComment) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.CommentTooLong, "Comment");
        return await answer(request, item, mandate);
    }, outcome => outcome.Refusal is null, cancel);
}
