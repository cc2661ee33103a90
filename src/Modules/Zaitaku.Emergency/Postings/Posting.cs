using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Emergency.Postings;

/// <summary>That a prepared notice stands on the site from one moment to another. The clock alone decides whether it is seen: nothing has to run at its end.</summary>
public sealed class Posting
{
    public long Id { get; set; }
    public string ContentItemId { get; set; } = "";

    /// <summary>As it was called when it was posted.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whether it takes the head of the first page; everywhere else it is a banner all the same.</summary>
    public bool OnFirstPage { get; set; }
    public DateTime StartUtc { get; set; }

    /// <summary>The first moment at which it is no longer seen.</summary>
    public DateTime EndUtc { get; set; }
}

public sealed class PostingTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<Posting>(posting =>
    {
        posting.ToTable("EmergencyPosting");
        posting.Property(p => p.ContentItemId).HasMaxLength(26);
        posting.Property(p => p.Title).HasMaxLength(400);
        posting.HasIndex(p => p.EndUtc);
    });
}
