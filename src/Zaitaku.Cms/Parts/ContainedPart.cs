using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Parts;

/// <summary>Says which list the item belongs to, and where in it.</summary>
public sealed class ContainedPart : ContentPart
{
    public string? ListContentItemId { get; set; }
    public string? ListContentType { get; set; }
    public int Order { get; set; }
}

public sealed class ContainedPartIndex : IndexRow
{
    public string ListContentItemId { get; set; } = "";
    public int Order { get; set; }
}

public sealed class ContainedPartIndexing : ContentIndex<ContainedPartIndex>
{
    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<ContainedPart>() is { ListContentItemId.Length: > 0 } part)
        {
            yield return new ContainedPartIndex { ListContentItemId = part.ListContentItemId, Order = part.Order };
        }
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<ContainedPartIndex>(row =>
    {
        row.Property(r => r.ListContentItemId).HasMaxLength(26);
        row.HasIndex(r => new { r.ListContentItemId, r.Order });
    });
}
