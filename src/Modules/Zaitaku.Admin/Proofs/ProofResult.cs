using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Proofs;

/// <summary>What the checks last said of an item, for counts in lists.</summary>
public sealed class ProofResult : IForAudience
{
    public string ContentItemId { get; set; } = "";
    public string Title { get; set; } = "";
    public int Errors { get; set; }
    public int Advice { get; set; }
    public DateTime CheckedUtc { get; set; }
    public Audience Audience { get; set; }
}

public sealed class ProofResultTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ProofResult>(result =>
        {
            result.ToTable("ProofResult");
            result.HasKey(r => r.ContentItemId);
            result.Property(r => r.ContentItemId).HasMaxLength(26);
            result.Property(r => r.Title).HasMaxLength(400);
        });
    }
}
