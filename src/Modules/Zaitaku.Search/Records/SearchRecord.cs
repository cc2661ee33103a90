using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Records;

/// <summary>How often something was searched for on one day. Nothing about who searched is kept, nor when in the day.</summary>
public sealed class SearchRecord
{
    /// <summary>As it is compared.</summary>
    public string Words { get; set; } = "";

    /// <summary>The day in Tokyo.</summary>
    public DateOnly Day { get; set; }
    public int Count { get; set; }

    /// <summary>How many pages it found for the public when it was last searched for.</summary>
    public int Found { get; set; }
}

public sealed class SearchRecordTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<SearchRecord>(record =>
    {
        record.ToTable("SearchRecord");
        record.HasKey(r => new { r.Words, r.Day });
        record.Property(r => r.Words).HasMaxLength(SearchRecords.MaxWords);
        record.HasIndex(r => r.Day);
    });
}
