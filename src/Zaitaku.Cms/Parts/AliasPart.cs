using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Parts;

/// <summary>A name by which code and themes find the item, for example <c>main-menu</c>.</summary>
public sealed class AliasPart : ContentPart
{
    public string? Alias { get; set; }
}

public sealed class AliasPartIndex : IndexRow
{
    public string Alias { get; set; } = "";
}

public sealed class AliasPartIndexing : ContentIndex<AliasPartIndex>
{
    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<AliasPart>() is { Alias.Length: > 0 } part) yield return new AliasPartIndex { Alias = part.Alias };
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<AliasPartIndex>(row =>
    {
        row.Property(r => r.Alias).HasMaxLength(735);
        row.HasIndex(r => r.Alias);
    });
}

public sealed class AliasHandler : ContentHandler
{
    public override async Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.Get<AliasPart>() is not { Alias.Length: > 0 } part) return;
        var bearer = context.Item.Bearer;
        var taken = context.Aliases?.IsTaken(part.Alias, bearer) ?? await context.Db.Set<AliasPartIndex>().IgnoreQueryFilters()
            .AnyAsync(row => row.Alias == part.Alias && row.ContentItemId != bearer);
        if (taken) context.Refuse("AliasPart.Alias", ContentText.AliasTaken(part.Alias));
    }
}
