using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Content;

/// <summary>A row made from one version of an item so that it can be queried. It carries what the viewer's filter needs.</summary>
public abstract class IndexRow : IVersionForAudience
{
    public long Id { get; set; }
    public string ContentItemId { get; set; } = "";
    public string ContentItemVersionId { get; set; } = "";
    public bool Latest { get; set; }
    public bool Published { get; set; }
    public Audience Audience { get; set; }
}

/// <summary>Makes index rows of items. Rows are written in the save of their item and can be made again from it at any time.</summary>
public abstract class ContentIndex : ITableMap
{
    /// <summary>The name of its rows' table.</summary>
    public abstract string Name { get; }

    /// <summary>Whether copies that are to go into a live item have rows too. They are no items of their own for anyone but who works on them.</summary>
    public virtual bool OfReplacements => false;

    /// <summary>The rows of one version; the kernel fills in their header.</summary>
    public abstract IEnumerable<IndexRow> Rows(ContentItem item);

    /// <summary>The rows of one version, ready to be written.</summary>
    internal IEnumerable<IndexRow> RowsWithHeader(ContentItem item)
    {
        if (!OfReplacements && item.Data.ContainsKey(nameof(ReplacementPart))) yield break;
        foreach (var row in Rows(item))
        {
            row.ContentItemId = item.ContentItemId;
            row.ContentItemVersionId = item.ContentItemVersionId;
            row.Latest = item.Latest;
            row.Published = item.Published;
            row.Audience = item.Audience;
            yield return row;
        }
    }

    /// <summary>Deletes the rows of these versions from all of these indexes: a publication asks for it, and one round trip is enough.</summary>
    internal static async Task ClearAsync(SiteDb db, IReadOnlyCollection<ContentIndex> indexes, IReadOnlyCollection<string> versionIds, CancellationToken cancel)
    {
        foreach (var ids in versionIds.Chunk(500))
        {
            // Put together from names of tables alone: the ids are values.
            var places = string.Join(", ", ids.Select((_, at) => $"{{{at}}}"));
            var statements = indexes.Select(index => $"""DELETE FROM "{index.Name}" WHERE "ContentItemVersionId" IN ({places});""");
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(string.Join('\n', statements), ids), cancel);
        }
    }

    /// <summary>Deletes every row.</summary>
    internal abstract Task ClearAllAsync(SiteDb db, CancellationToken cancel);

    public abstract void Map(ModelBuilder modelBuilder);
}

/// <inheritdoc cref="ContentIndex"/>
public abstract class ContentIndex<TRow> : ContentIndex where TRow : IndexRow
{
    public override string Name => typeof(TRow).Name;

    internal override Task ClearAllAsync(SiteDb db, CancellationToken cancel) => db.Set<TRow>().IgnoreQueryFilters().ExecuteDeleteAsync(cancel);

    public override void Map(ModelBuilder modelBuilder)
    {
        var row = modelBuilder.Entity<TRow>();
        row.ToTable(Name);
        row.Property(r => r.ContentItemId).HasMaxLength(26);
        row.Property(r => r.ContentItemVersionId).HasMaxLength(26);
        row.HasIndex(r => r.ContentItemVersionId);
        row.HasIndex(r => r.ContentItemId);
        MapColumns(modelBuilder);
    }

    /// <summary>Lengths and database indexes of the row's own columns.</summary>
    protected virtual void MapColumns(ModelBuilder modelBuilder)
    {
    }
}
