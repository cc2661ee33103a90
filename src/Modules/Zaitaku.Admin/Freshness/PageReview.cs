using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Freshness;

/// <summary>That an item is a page which somebody answers for, and from when on a look at it is overdue.</summary>
public sealed class PageReview : IndexRow
{
    /// <summary>Null for a page that needs no look.</summary>
    public DateTime? DueUtc { get; set; }
}

public sealed class PageReviewIndexing : ContentIndex<PageReview>
{
    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<AutoroutePart>() is { Disabled: false } || item.Get<ReviewPart>() is not null) yield return new PageReview { DueUtc = ReviewPart.DueUtc(item) };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<PageReview>(row => row.HasIndex(r => r.DueUtc));
}
