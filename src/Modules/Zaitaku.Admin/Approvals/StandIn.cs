using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin.Approvals;

/// <summary>代理: who answers in an approver's place, and when. What is answered so is written down as such.</summary>
public sealed class StandIn
{
    public string Id { get; set; } = "";
    public string ApproverId { get; set; } = "";
    public string ApproverName { get; set; } = "";
    public string StandInId { get; set; } = "";
    public string StandInName { get; set; } = "";

    /// <summary>From the beginning of the first day to the end of the last, by Tokyo's clock.</summary>
    public DateTime FromUtc { get; set; }
    public DateTime UntilUtc { get; set; }
}

/// <summary>Approvers name those who stand in for them, and take that back.</summary>
public sealed class StandIns(SiteDb db, PermissionHolders holders, AuditTrail audit, Actor actor, TimeProvider clock)
{
    /// <summary>The longest anybody may be stood in for at one go.</summary>
    public const int MaxDays = 366;

    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>Those the signed-in approver has named, the latest first, without those whose time is over.</summary>
    public Task<List<StandIn>> MineAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<StandIn>().AsNoTracking().Where(row => row.ApproverId == actor.UserId && row.UntilUtc > now).OrderByDescending(row => row.FromUtc).ToListAsync(cancel);
    }

    /// <summary>Those who may be named: whoever opens the workplace to edit, but oneself.</summary>
    public async Task<IReadOnlyList<Holder>> ChoicesAsync(CancellationToken cancel) =>
        [.. (await holders.OfAsync(CmsPermissions.EditContent, cancel)).Where(holder => holder.UserId != actor.UserId)];

    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> NameAsync(string? userId, DateOnly? from, DateOnly? until, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (actor.UserId is not { } approver) return [new("StandIn", ApprovalText.StandInMissing)];
        if ((await ChoicesAsync(cancel)).FirstOrDefault(holder => holder.UserId == userId) is not { } chosen) return [new("StandIn", ApprovalText.StandInMissing)];
        if (from is not { } first) return [new("From", ApprovalText.FromMissing)];
        if (until is not { } last || last < first) return [new("Until", ApprovalText.UntilMissing)];
        if (last < DateOnly.FromDateTime(JapaneseDate.InTokyo(clock.GetUtcNow().UtcDateTime).DateTime)) return [new("Until", ApprovalText.UntilPast)];
        if (last.DayNumber - first.DayNumber > MaxDays) return [new("Until", ApprovalText.TooLong)];
        var (begins, ends) = (At(first), At(last.AddDays(1)));
        if (await db.Set<StandIn>().AnyAsync(row => row.ApproverId == approver && row.StandInId == chosen.UserId && row.FromUtc == begins && row.UntilUtc == ends, cancel)) return [];
        db.Add(new StandIn { Id = ContentId.New(), ApproverId = approver, ApproverName = actor.UserName ?? "", StandInId = chosen.UserId, StandInName = chosen.Name, FromUtc = begins, UntilUtc = ends });
        await db.SaveChangesAsync(cancel);
        await audit.NoteAsync("Approval", "StandInNamed", chosen.UserId, chosen.Name, $"{first:yyyy-MM-dd} - {last:yyyy-MM-dd}", cancel: cancel);
        return [];
    }, problems => problems.Count == 0, cancel);

    /// <returns>Whether there was one of the approver's own.</returns>
    public Task<bool> EndAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await db.Set<StandIn>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.ApproverId == actor.UserId, cancel) is not { } row) return false;
        await db.Set<StandIn>().Where(r => r.Id == id).ExecuteDeleteAsync(cancel);
        await audit.NoteAsync("Approval", "StandInEnded", row.StandInId, row.StandInName, cancel: cancel);
        return true;
    }, cancel);

    private static DateTime At(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Tokyo).UtcDateTime;
}
