using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>Forgets requests, and who stood in for whom, when they have long been over. The record of acts keeps what was done.</summary>
public sealed class OldRequests(SiteDb db)
{
    public const int KeptDays = 3 * 365;

    /// <returns>How many requests were forgotten.</returns>
    public Task<int> ForgetAsync(DateTime now, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var before = now.AddDays(-KeptDays);
        var requests = db.Set<ApprovalRequest>().IgnoreQueryFilters().Where(request => request.State != ApprovalState.Waiting && request.SinceUtc < before);
        await db.Set<ApprovalAct>().Where(act => requests.Any(request => request.Id == act.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<StandIn>().Where(row => row.UntilUtc < before).ExecuteDeleteAsync(cancel);
        return await requests.ExecuteDeleteAsync(cancel);
    }, cancel);
}
