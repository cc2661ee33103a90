using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Approvals;

/// <summary>
/// An approval speaks of one version. When another one takes its place, by whatever way, the request about the old one has lapsed: nothing goes out
/// that no approver has seen.
/// </summary>
public sealed class ApprovalHandler(OvertakenRequests requests) : ContentHandler
{
    public override Task SavedAsync(ContentContext context) => requests.EndAsync(context.Item.ContentItemId,
        request => request.ContentItemVersionId != context.Item.ContentItemVersionId && (request.Kind != ApprovalKind.TakeDown || context.Item.Published), default);

    /// <summary>An item that is no longer live need not be taken down.</summary>
    public override Task PublishedAsync(ContentContext context) =>
        requests.EndAsync(context.Item.ContentItemId, request => request.Kind == ApprovalKind.TakeDown && !context.Item.Published, default);

    public override Task RemovedAsync(ContentContext context) => requests.EndAsync(context.Item.ContentItemId, _ => true, default);
}
