using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Approvals;

/// <summary>Tells approvers again of what has waited for days.</summary>
public sealed class ApprovalReminder(SiteDb db, SiteDocuments documents, ApprovalBook book, ApprovalMail mail)
{
    /// <summary>Each request is a write of its own that looks again under the lock: of two nodes one tells.</summary>
    /// <returns>How many requests were told of.</returns>
    public async Task<int> DoAsync(DateTime now, CancellationToken cancel)
    {
        var days = Math.Max(1, (await documents.GetAsync<SiteSettings>(cancel)).Section<ApprovalReminderSettings>().Days);
        var before = now.AddDays(-days);
        var due = await Due(before).Select(request => request.Id).ToListAsync(cancel);
        var told = 0;
        foreach (var id in due)
        {
            if (await db.WriteAsync(() => RemindAsync(id, before, now, cancel), cancel)) told++;
        }

        return told;
    }

    private IQueryable<ApprovalRequest> Due(DateTime before) => db.Set<ApprovalRequest>().AsNoTracking()
        .Where(request => request.State == ApprovalState.Waiting && (request.RemindedUtc ?? request.SinceUtc) <= before);

    private async Task<bool> RemindAsync(string id, DateTime before, DateTime now, CancellationToken cancel)
    {
        if (!await Due(before).AnyAsync(request => request.Id == id, cancel) || await book.FindAsync(id, cancel) is not { } request) return false;
        await db.Set<ApprovalRequest>().Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.RemindedUtc, now), cancel);
        await mail.RemindAsync(request, (int)(now - request.SinceUtc).TotalDays, cancel);
        return true;
    }
}
