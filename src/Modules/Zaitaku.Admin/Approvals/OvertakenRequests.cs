using Zaitaku.Cms.Access;

namespace Zaitaku.Admin.Approvals;

/// <summary>Ends the request about a version that is no longer in question, and tells whoever asked.</summary>
public sealed class OvertakenRequests(ApprovalBook book, ApprovalMail mail, Actor actor)
{
    public async Task EndAsync(string contentItemId, Func<ApprovalRequest, bool> overtaken, CancellationToken cancel)
    {
        if (await book.WaitingAsync(contentItemId, cancel) is not { } request || !overtaken(request)) return;
        request.State = ApprovalState.Lapsed;
        await book.WriteAsync(request, ApprovalVerbs.Lapsed, request.Level, "", cancel);
        if (request.ApplicantId != actor.UserId) await mail.LapsedAsync(request, cancel);
    }
}
