using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.AuditTrail;

/// <summary>One act of a user, or of the site itself: 操作の記録. Rows are only ever added, and erased when their time is over.</summary>
public sealed class AuditTrailEvent
{
    public long Id { get; set; }
    public DateTime CreatedUtc { get; set; }

    /// <summary>Which part of the site: <c>Content</c>, <c>User</c>, <c>Media</c>, <c>Settings</c>, <c>Recipe</c>.</summary>
    public string Category { get; set; } = "";

    /// <summary>What was done, for example <c>Published</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it was done to: a content item id, a user id, a path.</summary>
    public string CorrelationId { get; set; } = "";

    /// <summary>What it was called at the time.</summary>
    public string? Title { get; set; }

    /// <summary>Null for the site itself.</summary>
    public string? UserId { get; set; }
    public string? UserName { get; set; }
    public string? Comment { get; set; }

    /// <summary>Version ids and the like, as JSON. No personal data.</summary>
    public string? Data { get; set; }
}

public sealed class AuditTrailTable : ITableMap
{
    public const int MaxTitle = 400;
    public const int MaxComment = 2000;

    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<AuditTrailEvent>(row =>
    {
        row.ToTable("AuditTrailEvent");
        row.Property(r => r.Category).HasMaxLength(32);
        row.Property(r => r.Name).HasMaxLength(64);
        row.Property(r => r.CorrelationId).HasMaxLength(MaxTitle);
        row.Property(r => r.Title).HasMaxLength(MaxTitle);
        row.Property(r => r.UserId).HasMaxLength(26);
        row.Property(r => r.UserName).HasMaxLength(256);
        row.Property(r => r.Comment).HasMaxLength(MaxComment);
        row.HasIndex(r => r.CorrelationId);
        row.HasIndex(r => r.CreatedUtc);
    });
}
