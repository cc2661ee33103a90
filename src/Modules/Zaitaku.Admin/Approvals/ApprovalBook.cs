using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>The requests and what was done to them. What is written here is written into the record of acts too, in the running write.</summary>
public sealed class ApprovalBook(SiteDb db, AuditTrail audit, Viewer viewer, Actor actor, TimeProvider clock)
{
    /// <summary>The request, unless it is about what the viewer may not read, or may no longer.</summary>
    public Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancel) => db.Set<ApprovalRequest>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(request =>
        request.Id == id && request.Audience <= viewer.Audience && !db.Content.Any(now => now.ContentItemId == request.ContentItemId && now.Latest && now.Audience > viewer.Audience), cancel);

    /// <summary>The request about this item that waits for an answer, or null.</summary>
    public Task<ApprovalRequest?> WaitingAsync(string contentItemId, CancellationToken cancel) =>
        db.Set<ApprovalRequest>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(request => request.ContentItemId == contentItemId && request.State == ApprovalState.Waiting, cancel);

    /// <summary>The latest request about this item, or null.</summary>
    public Task<ApprovalRequest?> LatestAsync(string contentItemId, CancellationToken cancel) =>
        db.Set<ApprovalRequest>().AsNoTracking().Where(request => request.ContentItemId == contentItemId).OrderByDescending(request => request.AskedUtc).FirstOrDefaultAsync(cancel);

    /// <summary>Whether the version asked about is kept, whoever may read it.</summary>
    public Task<bool> HasVersionAsync(ApprovalRequest request, CancellationToken cancel) =>
        db.Content.IgnoreQueryFilters().AnyAsync(item => item.ContentItemVersionId == request.ContentItemVersionId, cancel);

    /// <summary>What was done to these requests, in order.</summary>
    public async Task<IReadOnlyList<ApprovalAct>> ActsAsync(IReadOnlyCollection<string> requestIds, CancellationToken cancel) =>
        await db.Set<ApprovalAct>().AsNoTracking().Where(act => requestIds.Contains(act.RequestId)).OrderBy(act => act.RequestId).ThenBy(act => act.Turn).ToListAsync(cancel);

    /// <summary>Writes the request as it has become, and the act that made it so.</summary>
    /// <param name="level">The level at which it was done.</param>
    public async Task WriteAsync(ApprovalRequest request, string verb, int level, string comment, CancellationToken cancel, Mandate? mandate = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        (request.Turn, request.SinceUtc, request.RemindedUtc) = (request.Turn + 1, now, null);
        if (request.Turn == 1) request.AskedUtc = now;
        db.Entry(request).State = request.Turn == 1 ? EntityState.Added : EntityState.Modified;
        db.Add(new ApprovalAct
        {
            RequestId = request.Id,
            Turn = request.Turn,
            Verb = verb,
            Level = level,
            UserId = actor.UserId,
            UserName = actor.UserName,
            ForUserId = mandate?.ForId,
            ForUserName = mandate?.ForName,
            Comment = comment,
            AtUtc = now,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await audit.NoteAsync("Content", verb, request.ContentItemId, request.Title, ApprovalText.Noted(request, level, mandate, actor.UserId == request.ApplicantId, comment),
            $$"""{"Request":"{{request.Id}}","ContentItemVersionId":"{{request.ContentItemVersionId}}"}""", cancel);
    }
}
