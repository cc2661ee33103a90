using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Mail;

/// <summary>A mail that is to go out. It is written with what it tells of, in one transaction, and sent afterwards.</summary>
public sealed class OutboxMessage
{
    public long Id { get; set; }
    public string To { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";
    public DateTime CreatedUtc { get; set; }

    /// <summary>When it may be tried next.</summary>
    public DateTime DueUtc { get; set; }
    public int Tries { get; set; }

    /// <summary>What the mail server said the last time; null while it is being tried.</summary>
    public string? Error { get; set; }
    public DateTime? SentUtc { get; set; }

    /// <summary>When it was given up: it is not tried again unless somebody asks for it.</summary>
    public DateTime? FailedUtc { get; set; }
}

public sealed class OutboxTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<OutboxMessage>(message =>
    {
        message.ToTable("OutboxMessage");
        message.Property(m => m.To).HasMaxLength(254);
        message.Property(m => m.Subject).HasMaxLength(200);
        message.Property(m => m.Error).HasMaxLength(1000);
        message.HasIndex(m => new { m.SentUtc, m.DueUtc });
    });
}
