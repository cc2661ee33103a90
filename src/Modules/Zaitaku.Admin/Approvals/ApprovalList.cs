using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>Requests as someone at work meets them.</summary>
public sealed class ApprovalList(SiteDb db, ApprovalBook book, Mandates mandates, Viewer viewer)
{
    private const int Most = 500;
    private const int MostOfMine = 50;

    /// <summary>Every request that waits, the oldest first, and whether the user may answer it now.</summary>
    public async Task<IReadOnlyList<(ApprovalRequest Request, bool IsMine)>> WaitingAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var waiting = await db.Set<ApprovalRequest>().AsNoTracking().Where(request => request.State == ApprovalState.Waiting)
            .Where(request => db.Content.IgnoreQueryFilters().Any(item => item.ContentItemVersionId == request.ContentItemVersionId && item.Audience <= viewer.Audience)).OrderBy(request => request.SinceUtc).Take(Most).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var acts = (await book.ActsAsync([.. waiting.Where(request => request.Level > 1).Select(request => request.Id)], cancel)).ToLookup(act => act.RequestId);
        var mine = await mandates.OfAsync(user, cancel);
        return [.. waiting.Select(request => (request, Mandates.For(request, [.. acts[request.Id]], user, mine) is not null))];
    }

    /// <summary>What the user has asked for, the latest first.</summary>
    public Task<List<ApprovalRequest>> AskedByAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var me = user.Id();
        return db.Set<ApprovalRequest>().AsNoTracking().Where(request => request.ApplicantId == me).OrderByDescending(request => request.AskedUtc).Take(MostOfMine).ToListAsync(cancel);
    }

    /// <summary>Requests of the user's own that came back, and that nobody has asked for again.</summary>
    public async Task<int> CameBackAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var me = user.Id();
        return await db.Set<ApprovalRequest>().CountAsync(request => request.ApplicantId == me && request.State == ApprovalState.Remanded &&
            !db.Set<ApprovalRequest>().Any(later => later.ContentItemId == request.ContentItemId && later.AskedUtc > request.AskedUtc) &&
            db.Content.IgnoreQueryFilters().Any(item => item.ContentItemVersionId == request.ContentItemVersionId && (item.Latest || item.Published)), cancel);
    }
}
