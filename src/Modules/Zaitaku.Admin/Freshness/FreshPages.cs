using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Freshness;

/// <summary>A page that readers see, and when a look at it is due; null when it needs none.</summary>
public sealed record FreshPage
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? DepartmentId { get; init; }
    public DateTime? DueUtc { get; init; }
    public DateTime? ModifiedUtc { get; init; }
}

/// <summary>How many pages a department answers for, how many looks are overdue, how many due within <see cref="FreshPages.Near"/>.</summary>
public sealed record DepartmentCount(string? DepartmentId, int All, int Overdue, int Near);

/// <summary>The pages that readers see, by who answers for them and how long ago somebody looked.</summary>
public sealed class FreshPages(SiteDb db, TimeProvider clock)
{
    public static readonly TimeSpan Near = TimeSpan.FromDays(30);

    public async Task<List<DepartmentCount>> CountsAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var near = now + Near;
        return await Pages.GroupBy(page => page.DepartmentId).Select(group => new DepartmentCount(group.Key, group.Count(),
            group.Count(page => page.DueUtc != null && page.DueUtc <= now), group.Count(page => page.DueUtc != null && page.DueUtc > now && page.DueUtc <= near))).ToListAsync(cancel);
    }

    /// <summary>The page whose look is longest overdue first; those that need none last.</summary>
    /// <param name="departmentId">Only this department's; an empty text means those of none.</param>
    public IQueryable<FreshPage> Of(string? departmentId) => Ordered(departmentId switch
    {
        null => Pages,
        "" => Pages.Where(page => page.DepartmentId == null),
        _ => Pages.Where(page => page.DepartmentId == departmentId),
    });

    /// <summary>Those whose look is overdue.</summary>
    public IQueryable<FreshPage> OverdueAt(DateTime moment) => Ordered(Pages.Where(page => page.DueUtc != null && page.DueUtc <= moment));

    private IQueryable<FreshPage> Pages =>
        from review in db.Set<PageReview>().AsNoTracking()
        where review.Published
        join row in db.Set<ContentListing>().AsNoTracking() on review.ContentItemVersionId equals row.ContentItemVersionId
        select new FreshPage { Id = row.ContentItemId, Title = row.Title, DepartmentId = row.DepartmentId, DueUtc = review.DueUtc, ModifiedUtc = row.ModifiedUtc };

    private static IQueryable<FreshPage> Ordered(IQueryable<FreshPage> pages) => pages.OrderBy(page => page.DueUtc == null).ThenBy(page => page.DueUtc).ThenBy(page => page.Title);
}
