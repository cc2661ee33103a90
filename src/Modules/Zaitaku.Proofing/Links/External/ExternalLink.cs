using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Proofing.Links.External;

/// <summary>What was found out about an address on another site, whoever leads there.</summary>
public sealed class ExternalLink
{
    /// <summary>A longer address is not asked: no index takes it.</summary>
    public const int MaxUrl = 800;

    public long Id { get; set; }
    public string Url { get; set; } = "";

    /// <inheritdoc cref="LinkAnswer.Status"/>
    public int? Status { get; set; }

    /// <inheritdoc cref="LinkAnswer.Fault"/>
    public LinkFault? Fault { get; set; }

    /// <summary>When it was first found to lead nowhere; null while it leads somewhere.</summary>
    public DateTime? FailingSinceUtc { get; set; }

    /// <summary>For how many nights on end it has led nowhere.</summary>
    public int Nights { get; set; }
    public DateTime CheckedUtc { get; set; }

    public void Take(LinkAnswer answer, DateTime now)
    {
        (Status, Fault, CheckedUtc) = (answer.Status, answer.Fault, now);
        FailingSinceUtc = answer.IsBad ? FailingSinceUtc ?? now : null;
        Nights = answer.IsBad ? Nights + 1 : 0;
    }
}

/// <summary>An address, or the beginning of addresses, of which nobody wants to hear.</summary>
public sealed class IgnoredLink
{
    public long Id { get; set; }
    public string Url { get; set; } = "";
    public bool IsPrefix { get; set; }
    public string Memo { get; set; } = "";
    public DateTime CreatedUtc { get; set; }
    public string? UserName { get; set; }

    public bool Covers(string url) => IsPrefix ? url.StartsWith(Url, StringComparison.OrdinalIgnoreCase) : url == Url;
}

/// <summary>A night's round. Whoever writes the row first, or takes it over from one that has fallen silent, asks the links; nobody else does.</summary>
public sealed class LinkNight
{
    /// <summary>The day on whose small hours it began.</summary>
    public string Night { get; set; } = "";

    /// <summary>Until when its taker must have been heard of again.</summary>
    public DateTime LeaseUtc { get; set; }
    public DateTime? FinishedUtc { get; set; }
}

public sealed class ExternalLinkTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ExternalLink>(link =>
        {
            link.ToTable("ExternalLink");
            link.Property(l => l.Url).HasMaxLength(ExternalLink.MaxUrl);
            link.HasIndex(l => l.Url).IsUnique();
        });
        modelBuilder.Entity<IgnoredLink>(link =>
        {
            link.ToTable("IgnoredLink");
            link.Property(l => l.Url).HasMaxLength(ExternalLink.MaxUrl);
            link.Property(l => l.Memo).HasMaxLength(400);
            link.Property(l => l.UserName).HasMaxLength(256);
        });
        modelBuilder.Entity<LinkNight>(night =>
        {
            night.ToTable("LinkNight");
            night.HasKey(n => n.Night);
            night.Property(n => n.Night).HasMaxLength(10);
        });
    }
}
