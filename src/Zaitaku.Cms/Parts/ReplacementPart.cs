using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Parts;

/// <summary>
/// 差し替え: marks a copy of a live item that is worked on beside it and goes into it one day. A copy is never published itself, and no index but those
/// that say so has rows of it: it has no address, stands in no list, and is nobody's link target.
/// </summary>
public sealed class ReplacementPart : ContentPart
{
    /// <summary>The item it is a copy of.</summary>
    public string? Of { get; set; }

    /// <summary>The published version it was made from, or was last brought up to.</summary>
    public string? BaseVersionId { get; set; }

    /// <summary>Why it did not go in at the time it was planned for, in the editor's words; null while nothing is wrong.</summary>
    public string? Held { get; set; }
}

public sealed class ReplacementPartIndex : IndexRow
{
    public string Of { get; set; } = "";
    public bool IsHeld { get; set; }
}

public sealed class ReplacementPartIndexing : ContentIndex<ReplacementPartIndex>
{
    public override bool OfReplacements => true;

    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<ReplacementPart>() is { Of.Length: > 0 } part) yield return new ReplacementPartIndex { Of = part.Of, IsHeld = part.Held is not null };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<ReplacementPartIndex>(row =>
    {
        row.Property(r => r.Of).HasMaxLength(26);
        row.HasIndex(r => r.Of);
    });
}

public sealed class ReplacementHandler : ContentHandler
{
    public override async Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.Get<ReplacementPart>() is not { } part) return;
        var (id, of) = (context.Item.ContentItemId, part.Of ?? "");
        if (context.Item.Published) context.Refuse("ReplacementPart", ContentText.ReplacementNotPublished);
        if (of.Length == 0 || of == id || !await context.Db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentItemId == of && (i.Latest || i.Published))) context.Refuse("ReplacementPart.Of", ContentText.ReplacementOfNothing);
        if (await context.Db.Set<ReplacementPartIndex>().IgnoreQueryFilters().AnyAsync(row => row.Of == of && row.ContentItemId != id)) context.Refuse("ReplacementPart.Of", ContentText.ReplacementTwice);
    }
}
