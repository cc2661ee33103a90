using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>That someone may answer requests at a level: of their own, or in the place of an approver who has named them.</summary>
public sealed record Mandate(int Level, string? ForId = null, string? ForName = null);

/// <summary>Who may answer a request. Nobody approves what they have asked for themselves, nor twice; whoever holds <c>ApproveOwnRequests</c> may.</summary>
public sealed class Mandates(SiteDb db, PermissionHolders holders, TimeProvider clock)
{
    public async Task<IReadOnlyList<Mandate>> OfAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        var mandates = Levels.Where(level => user.May(ApprovalRule.PermissionOf(level))).Select(level => new Mandate(level)).ToList();
        var (me, now) = (user.Id(), clock.GetUtcNow().UtcDateTime);
        foreach (var row in await db.Set<StandIn>().AsNoTracking().Where(row => row.StandInId == me && row.FromUtc <= now && row.UntilUtc > now).OrderBy(row => row.Id).ToListAsync(cancel))
        {
            foreach (var level in Levels)
            {
                if (await holders.MayAsync(row.ApproverId, ApprovalRule.PermissionOf(level), cancel)) mandates.Add(new(level, row.ApproverId, row.ApproverName));
            }
        }

        return mandates;
    }

    /// <summary>By which of these mandates the user may answer now, their own before any other; null when they may not.</summary>
    /// <param name="acts">What has been done to the request.</param>
    public static Mandate? For(ApprovalRequest request, IReadOnlyList<ApprovalAct> acts, ClaimsPrincipal user, IReadOnlyList<Mandate> mandates)
    {
        if (request.State != ApprovalState.Waiting) return null;
        var here = mandates.Where(mandate => mandate.Level == request.Level && mandate.ForId != request.ApplicantId).ToList();
        if (user.May(CmsPermissions.ApproveOwnRequests)) return here.FirstOrDefault();
        if (request.ApplicantId == user.Id()) return null;
        var before = ApprovedBy(request, acts);
        return before.Contains(user.Id() ?? "") ? null : here.Find(mandate => mandate.ForId is null || !before.Contains(mandate.ForId));
    }

    /// <summary>Everyone who may be told that a level is waited for: its approvers, those who stand in for them now, never the applicant.</summary>
    public async Task<IReadOnlyList<Holder>> AskedAsync(ApprovalRequest request, CancellationToken cancel)
    {
        var (now, readers) = (clock.GetUtcNow().UtcDateTime, await ReadersAsync(request.Audience, cancel));
        var asked = (await holders.OfAsync(ApprovalRule.PermissionOf(request.Level), cancel)).ToList();
        var ids = asked.ConvertAll(holder => holder.UserId);
        foreach (var id in await db.Set<StandIn>().Where(row => ids.Contains(row.ApproverId) && row.FromUtc <= now && row.UntilUtc > now).Select(row => row.StandInId).Distinct().ToListAsync(cancel))
        {
            if (await holders.FindAsync(id, cancel) is { } holder) asked.Add(holder);
        }

        return [.. asked.DistinctBy(holder => holder.UserId).Where(holder => holder.UserId != request.ApplicantId && (readers is null || readers.Contains(holder.UserId)))];
    }

    private static IEnumerable<int> Levels => Enumerable.Range(1, ApprovalSettings.MostLevels);

    /// <summary>Those who have approved on the levels below since the request last came back from above.</summary>
    private static HashSet<string> ApprovedBy(ApprovalRequest request, IReadOnlyList<ApprovalAct> acts) =>
        [.. acts.Reverse().TakeWhile(act => act.Verb != ApprovalVerbs.RemandedDown).Where(act => act.Verb == ApprovalVerbs.Approved && act.Level < request.Level)
            .SelectMany(act => new[] { act.UserId, act.ForUserId }).OfType<string>()];

    /// <summary>Ids of those who may read what is for this circle; null when everybody may.</summary>
    public async Task<HashSet<string>?> ReadersAsync(Audience audience, CancellationToken cancel)
    {
        if (audience == Audience.Public) return null;
        var staff = await holders.OfAsync(CmsPermissions.ViewStaffContent, cancel);
        var professionals = audience == Audience.Professionals ? await holders.OfAsync(CmsPermissions.ViewProfessionalContent, cancel) : [];
        return [.. staff.Concat(professionals).Select(holder => holder.UserId)];
    }
}
