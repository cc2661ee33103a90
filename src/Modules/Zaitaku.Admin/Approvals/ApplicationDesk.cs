using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Approvals;

/// <summary>Why nothing was asked for or answered.</summary>
public enum ApprovalRefusal
{
    NotThere,
    NotYours,

    /// <summary>Somebody else was faster, or the item has changed.</summary>
    Meanwhile,

    /// <summary>What <see cref="ApprovalOutcome.Problems"/> say.</summary>
    Wrong,
}

/// <summary>How asking or answering ended.</summary>
public sealed record ApprovalOutcome(ApprovalRequest? Request, ApprovalRefusal? Refusal = null)
{
    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    public static ApprovalOutcome Refused(ApprovalRefusal refusal, string? message = null, string path = "") =>
        new(null, refusal) { Problems = message is null ? [] : [new(path, message)] };
}

/// <summary>申請と取下げ: editors ask that a version may go out, or a live item be taken down.</summary>
public sealed class ApplicationDesk(SiteDb db, ContentDesk desk, ApprovalRule rule, ApprovalBook book, ApprovalMail mail, Actor actor)
{
    /// <summary>Asks about the latest draft, or about taking down. A second press of the same button finds the first one's request.</summary>
    /// <param name="versionId">The version the applicant has seen.</param>
    public Task<ApprovalOutcome> AskAsync(string contentItemId, string? versionId, bool takeDown, string? comment, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (actor.UserId is null || await SubjectAsync(contentItemId, takeDown, cancel) is not { } item) return ApprovalOutcome.Refused(ApprovalRefusal.NotThere);
        if (item.ContentItemVersionId != versionId) return ApprovalOutcome.Refused(ApprovalRefusal.Meanwhile, ApprovalText.ChangedBeforeAsking);
        var said = (comment ?? "").Trim();
        if (said.Length > ApprovalTables.MaxComment) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.CommentTooLong, "Comment");
        if (!takeDown && item.Published) return ApprovalOutcome.Refused(ApprovalRefusal.Wrong, ApprovalText.NothingToPublish);
        var kind = takeDown ? ApprovalKind.TakeDown : item.Get<ReplacementPart>() is null ? ApprovalKind.Publish : ApprovalKind.Replace;
        if (await book.WaitingAsync(contentItemId, cancel) is { } waiting) return SameOrMeanwhile(waiting, kind, item);
        var request = await BeginAsync(item, kind, said, cancel);
        await book.WriteAsync(request, ApprovalVerbs.Asked, 1, said, cancel);
        await mail.AskAsync(request, cancel);
        return new(request);
    }, outcome => outcome.Refusal is null, cancel);

    /// <summary>取下げ: the applicant takes the request back.</summary>
    public Task<ApprovalOutcome> WithdrawAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await book.FindAsync(id, cancel) is not { } request || await desk.LatestAsync(request.ContentItemId, cancel) is null) return ApprovalOutcome.Refused(ApprovalRefusal.NotThere);
        if (request.ApplicantId != actor.UserId) return ApprovalOutcome.Refused(ApprovalRefusal.NotYours);
        if (request.State == ApprovalState.Withdrawn) return new(request);
        if (request.State != ApprovalState.Waiting) return ApprovalOutcome.Refused(ApprovalRefusal.Meanwhile, ApprovalText.Answered);
        request.State = ApprovalState.Withdrawn;
        await book.WriteAsync(request, ApprovalVerbs.Withdrawn, request.Level, "", cancel);
        return new(request);
    }, outcome => outcome.Refusal is null, cancel);

    /// <summary>The version the question would be about: the latest, or for taking down the live one.</summary>
    public async Task<ContentItem?> SubjectAsync(string contentItemId, bool takeDown, CancellationToken cancel) =>
        takeDown ? await desk.LiveAsync(contentItemId, cancel) : await desk.LatestAsync(contentItemId, cancel);

    private ApprovalOutcome SameOrMeanwhile(ApprovalRequest waiting, ApprovalKind kind, ContentItem item) =>
        waiting.Kind == kind && waiting.ContentItemVersionId == item.ContentItemVersionId && waiting.ApplicantId == actor.UserId
            ? new(waiting)
            : ApprovalOutcome.Refused(ApprovalRefusal.Meanwhile, ApprovalText.AskedAlready(waiting.ApplicantName));

    private async Task<ApprovalRequest> BeginAsync(ContentItem item, ApprovalKind kind, string comment, CancellationToken cancel)
    {
        var title = item.DisplayText ?? "";
        return new ApprovalRequest
        {
            Id = ContentId.New(),
            Kind = kind,
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            ContentType = item.ContentType,
            Title = title[..Math.Min(title.Length, ApprovalTables.MaxTitle)],
            Audience = item.Audience,
            // Whoever may not publish asks even where the type demands nothing: then one answer is enough.
            Levels = Math.Max(1, (await rule.OfAsync(item.ContentType, cancel)).Levels),
            Level = 1,
            ApplicantId = actor.UserId!,
            ApplicantName = actor.UserName ?? "",
            Comment = comment,
        };
    }
}
