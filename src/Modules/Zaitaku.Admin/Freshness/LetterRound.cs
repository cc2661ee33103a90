using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Freshness;

/// <summary>That the letters of this week have been put into the outbox. The row is written with them, so of two nodes one writes them.</summary>
public sealed class LetterRound
{
    /// <summary>The day on which they were due.</summary>
    public string Week { get; set; } = "";
    public DateTime WrittenUtc { get; set; }
}

/// <summary>That somebody was told of this page's end. Another end is told again.</summary>
public sealed class EndingLetter
{
    public string ContentItemId { get; set; } = "";
    public DateTime ArchiveUtc { get; set; }
    public DateTime WrittenUtc { get; set; }
}

public sealed class LetterTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LetterRound>(round =>
        {
            round.ToTable("LetterRound");
            round.HasKey(r => r.Week);
            round.Property(r => r.Week).HasMaxLength(10);
        });
        modelBuilder.Entity<EndingLetter>(letter =>
        {
            letter.ToTable("EndingLetter");
            letter.HasKey(l => new { l.ContentItemId, l.ArchiveUtc });
            letter.Property(l => l.ContentItemId).HasMaxLength(26);
        });
    }
}
