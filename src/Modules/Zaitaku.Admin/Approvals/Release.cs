using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Replacements;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Approvals;

/// <summary>What the last approval sets going.</summary>
public sealed class Release(ContentDesk desk, ReplacementDesk replacements, TimeProvider clock)
{
    /// <returns>Why it cannot go out, or nothing.</returns>
    public async Task<IReadOnlyList<ContentProblem>> GoAsync(ApprovalRequest request, ContentItem item, bool overErrors, CancellationToken cancel)
    {
        if (request.Kind == ApprovalKind.TakeDown) return await desk.UnpublishAsync(item.ContentItemId, cancel, ApprovalText.ByApproval, approved: true) ? [] : [new("", AdminText.NotPublic)];
        // A time that is still to come is kept by the schedule, which asks whether this version is approved.
        if (item.Get<PublishLaterPart>()?.ScheduledPublishUtc > clock.GetUtcNow().UtcDateTime) return [];
        return await (request.Kind == ApprovalKind.Replace ? replacements.GoInAsync(item, cancel, overErrors, approved: true) : desk.SaveAsync(item, publish: true, cancel, overErrors, approved: true));
    }
}
