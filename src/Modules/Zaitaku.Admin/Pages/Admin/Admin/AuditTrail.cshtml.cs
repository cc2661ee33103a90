using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Who did what and when, the newest first.</summary>
[Authorize(Policy = "ViewAuditTrail")]
public sealed class AuditTrailModel(SiteDb db, Viewer viewer) : PageModel
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public string? Words { get; private set; }

    public string? Who { get; private set; }

    public string? What { get; private set; }

    public DateOnly? From { get; private set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IReadOnlyList<AuditTrailEvent> Rows { get; private set; } = [];

    /// <summary>Which of the items spoken of can be opened: not what is in the trash, nor what has been purged.</summary>
    public IReadOnlySet<string> There { get; private set; } = new HashSet<string>();

    public PageOfList Paging { get; private set; } = null!;

    public async Task OnGetAsync(string? q, string? who, string? what, DateOnly? from, int? page, CancellationToken cancel)
    {
        (Words, Who, What, From) = (q, who, what, from);
        Names = await db.Set<AuditTrailEvent>().Select(row => row.Name).Distinct().OrderBy(name => name).ToListAsync(cancel);
        var rows = Narrowed();
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await rows.CountAsync(cancel), Address());
        Rows = await rows.OrderByDescending(row => row.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        var ids = Rows.Where(row => row.Category == "Content").Select(row => row.CorrelationId).Distinct().ToList();
        There = (await db.Content.IgnoreQueryFilters().Where(i => ids.Contains(i.ContentItemId) && i.Latest && i.Audience <= viewer.Audience).Select(i => i.ContentItemId).ToListAsync(cancel)).ToHashSet();
    }

    private IQueryable<AuditTrailEvent> Narrowed()
    {
        var rows = db.Set<AuditTrailEvent>().AsNoTracking();
        // What an item was called is for those who may read it; of one that is gone nobody knows any more whom it was for.
        if (viewer.Audience < Audience.Staff)
        {
            rows = rows.Where(row => row.Category != "Content" ||
                db.Set<ContentListing>().IgnoreQueryFilters().Any(item => item.ContentItemId == row.CorrelationId && item.Latest && item.Audience <= viewer.Audience));
        }

        if (!string.IsNullOrWhiteSpace(Words)) rows = rows.Where(row => row.CorrelationId == Words || row.Title != null && row.Title.Contains(Words));
        if (!string.IsNullOrWhiteSpace(Who)) rows = rows.Where(row => row.UserName != null && row.UserName.Contains(Who));
        if (!string.IsNullOrEmpty(What)) rows = rows.Where(row => row.Name == What);
        if (From is not { } day || day == DateOnly.MinValue) return rows;
        var since = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Tokyo).UtcDateTime;
        return rows.Where(row => row.CreatedUtc >= since);
    }

    private string Address() => "/admin/audit-trail" + Microsoft.AspNetCore.Http.QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["who"] = Who,
        ["what"] = What,
        ["from"] = From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    });
}
