using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Freshness;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Listing;

/// <summary>A line of the list of content.</summary>
/// <param name="IsLive">Whether readers see a version of it; with a draft beside it when <see cref="IsDraft"/> too.</param>
public sealed record ListedItem(
    string Id, string Title, string ContentType, bool IsLive, bool IsDraft, Audience Audience, string? DepartmentId, DateTime? ModifiedUtc, string? Author,
    DateTime? PublishUtc, DateTime? ArchiveUtc)
{
    /// <summary>差し替え: whether it is a copy that will go into a live item.</summary>
    public bool IsReplacement { get; init; }
}

/// <summary>Lists content for those who work on it: the version each editor would go on from.</summary>
public sealed class ContentList(SiteDb db, Viewer viewer, Actor actor, DepartmentNames departments, FreshnessSettings freshness, TimeProvider clock)
{
    /// <summary>How old an unchanged item counts as stale that nobody has set a date of review for.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(365);

    public async Task<int> CountAsync(ContentFilter filter, IReadOnlyCollection<string> listable, CancellationToken cancel) => await (await NarrowedAsync(filter, listable, cancel)).CountAsync(cancel);

    public async Task<List<ListedItem>> ItemsAsync(ContentFilter filter, IReadOnlyCollection<string> listable, int skip, int take, CancellationToken cancel)
    {
        var published = Rows.Where(row => row.Published);
        return await Sorted(await NarrowedAsync(filter, listable, cancel), filter.Sort).Skip(skip).Take(take)
            .Select(row => new ListedItem(row.ContentItemId, row.Title, row.ContentType,
                row.Published || published.Any(live => live.ContentItemId == row.ContentItemId), !row.Published,
                row.Audience, row.DepartmentId, row.ModifiedUtc, row.Author, row.PublishUtc, row.ArchiveUtc)
            {
                IsReplacement = Copies.Any(copy => copy.ContentItemVersionId == row.ContentItemVersionId),
            })
            .ToListAsync(cancel);
    }

    private IQueryable<ContentListing> Rows => db.Set<ContentListing>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Audience <= viewer.Audience);

    private IQueryable<ReplacementPartIndex> Copies => db.Set<ReplacementPartIndex>().IgnoreQueryFilters();

    private async Task<IQueryable<ContentListing>> NarrowedAsync(ContentFilter filter, IReadOnlyCollection<string> listable, CancellationToken cancel)
    {
        var types = filter.Types.Count > 0 ? filter.Types.Where(listable.Contains).ToList() : [.. listable];
        var rows = WithStatus(Rows.Where(row => row.Latest && types.Contains(row.ContentType)), filter.Status);
        if (filter.Department is { } department) rows = Answered(rows, department, await departments.AllAsync(cancel));
        foreach (var word in filter.Words) rows = rows.Where(row => row.Text.Contains(word));
        foreach (var word in filter.Without) rows = rows.Where(row => !row.Text.Contains(word));
        return rows;
    }

    /// <summary>A department is meant by its id, or by words of its name; those of none by <c>none</c>.</summary>
    private static IQueryable<ContentListing> Answered(IQueryable<ContentListing> rows, string department, Dictionary<string, string> names)
    {
        if (department == "none") return rows.Where(row => row.DepartmentId == null);
        var meant = names.Where(known => known.Key == department || ContentListing.Fold(known.Value).Contains(ContentListing.Fold(department), StringComparison.Ordinal)).Select(known => known.Key).ToList();
        return rows.Where(row => row.DepartmentId != null && meant.Contains(row.DepartmentId));
    }

    private IQueryable<ContentListing> WithStatus(IQueryable<ContentListing> rows, string? status)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, old) = (now + freshness.EndingSoon, now - Old);
        var reviews = db.Set<PageReview>().IgnoreQueryFilters().AsNoTracking();
        var published = Rows.Where(row => row.Published);
        return status switch
        {
            "Draft" => rows.Where(row => !row.Published && !Copies.Any(copy => copy.ContentItemVersionId == row.ContentItemVersionId)),
            "Replacement" => rows.Where(row => Copies.Any(copy => copy.ContentItemVersionId == row.ContentItemVersionId)),
            "Published" => rows.Where(row => row.Published || published.Any(live => live.ContentItemId == row.ContentItemId)),
            "Owner" => rows.Where(row => row.Owner == actor.UserId),
            "Scheduled" => rows.Where(row => row.PublishUtc != null),
            "EndingSoon" => rows.Where(row => published.Any(live => live.ContentItemId == row.ContentItemId && live.ArchiveUtc != null && live.ArchiveUtc <= soon)),
            "Stale" => rows.Where(row => reviews.Any(review => review.ContentItemId == row.ContentItemId && review.Published && review.DueUtc != null && review.DueUtc <= now) ||
                row.Published && row.ModifiedUtc != null && row.ModifiedUtc < old && !reviews.Any(review => review.ContentItemVersionId == row.ContentItemVersionId)),
            _ => rows,
        };
    }

    private static IQueryable<ContentListing> Sorted(IQueryable<ContentListing> rows, string sort) => sort switch
    {
        "Published" => rows.OrderByDescending(row => row.PublishedUtc).ThenBy(row => row.Id),
        "Created" => rows.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id),
        "Title" => rows.OrderBy(row => row.Title).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.ModifiedUtc).ThenBy(row => row.Id),
    };
}
