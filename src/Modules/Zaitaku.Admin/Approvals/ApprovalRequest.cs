using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Approvals;

/// <summary>What is asked for.</summary>
public enum ApprovalKind
{
    /// <summary>公開: the draft becomes what readers see.</summary>
    Publish,

    /// <summary>公開終了: readers no longer find the item.</summary>
    TakeDown,

    /// <summary>差し替え: a shadow copy goes into the live item.</summary>
    Replace,
}

public enum ApprovalState
{
    Waiting,
    Approved,

    /// <summary>差戻し.</summary>
    Remanded,

    /// <summary>取下げ.</summary>
    Withdrawn,

    /// <summary>The version asked about is no longer the one editors go on from.</summary>
    Lapsed,
}

/// <summary>申請: that one version of an item may go out, or a live one be taken down. It speaks of this version and no other.</summary>
public sealed class ApprovalRequest : IForAudience
{
    public string Id { get; set; } = "";
    public ApprovalKind Kind { get; set; }
    public ApprovalState State { get; set; }
    public string ContentItemId { get; set; } = "";
    public string ContentItemVersionId { get; set; } = "";
    public string ContentType { get; set; } = "";
    public string Title { get; set; } = "";
    public Audience Audience { get; set; }

    /// <summary>How many levels there are, and which of them is to answer; from 1.</summary>
    public int Levels { get; set; }
    public int Level { get; set; }

    /// <summary>Counts what has been done to the request: an answer names the turn it was given in.</summary>
    public int Turn { get; set; }
    public string ApplicantId { get; set; } = "";
    public string ApplicantName { get; set; } = "";
    public string Comment { get; set; } = "";
    public DateTime AskedUtc { get; set; }

    /// <summary>Since when the present level has been waited for, or when it was answered for good.</summary>
    public DateTime SinceUtc { get; set; }
    public DateTime? RemindedUtc { get; set; }

    public bool IsLastLevel => Level >= Levels;
}

/// <summary>One thing that was done to a request.</summary>
public sealed class ApprovalAct
{
    public string RequestId { get; set; } = "";
    public int Turn { get; set; }

    /// <summary>One of <see cref="ApprovalVerbs"/>.</summary>
    public string Verb { get; set; } = "";
    public int Level { get; set; }
    public string? UserId { get; set; }
    public string? UserName { get; set; }

    /// <summary>代理: for whom the user stood in.</summary>
    public string? ForUserId { get; set; }
    public string? ForUserName { get; set; }
    public string Comment { get; set; } = "";
    public DateTime AtUtc { get; set; }
}

/// <summary>What may be done to a request, as the record of acts names it.</summary>
public static class ApprovalVerbs
{
    public const string Asked = "ApprovalAsked";
    public const string Approved = "Approved";
    public const string Remanded = "ApprovalRemanded";
    public const string RemandedDown = "ApprovalRemandedDown";
    public const string Withdrawn = "ApprovalWithdrawn";
    public const string Lapsed = "ApprovalLapsed";
}

public sealed class ApprovalTables : ITableMap
{
    public const int MaxComment = 1000;
    public const int MaxTitle = 400;

    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApprovalRequest>(row =>
        {
            row.ToTable("ApprovalRequest");
            row.Property(r => r.Id).HasMaxLength(26);
            row.Property(r => r.ContentItemId).HasMaxLength(26);
            row.Property(r => r.ContentItemVersionId).HasMaxLength(26);
            row.Property(r => r.ContentType).HasMaxLength(255);
            row.Property(r => r.Title).HasMaxLength(MaxTitle);
            row.Property(r => r.ApplicantId).HasMaxLength(26);
            row.Property(r => r.ApplicantName).HasMaxLength(256);
            row.Property(r => r.Comment).HasMaxLength(MaxComment);
            row.HasIndex(r => r.ContentItemId);
            row.HasIndex(r => new { r.State, r.SinceUtc });
        });
        modelBuilder.Entity<ApprovalAct>(row =>
        {
            row.ToTable("ApprovalAct");
            row.HasKey(r => new { r.RequestId, r.Turn });
            row.Property(r => r.RequestId).HasMaxLength(26);
            row.Property(r => r.Verb).HasMaxLength(64);
            row.Property(r => r.UserId).HasMaxLength(26);
            row.Property(r => r.UserName).HasMaxLength(256);
            row.Property(r => r.ForUserId).HasMaxLength(26);
            row.Property(r => r.ForUserName).HasMaxLength(256);
            row.Property(r => r.Comment).HasMaxLength(MaxComment);
        });
        modelBuilder.Entity<StandIn>(row =>
        {
            row.ToTable("ApprovalStandIn");
            row.Property(r => r.Id).HasMaxLength(26);
            row.Property(r => r.ApproverId).HasMaxLength(26);
            row.Property(r => r.ApproverName).HasMaxLength(256);
            row.Property(r => r.StandInId).HasMaxLength(26);
            row.Property(r => r.StandInName).HasMaxLength(256);
            row.HasIndex(r => r.StandInId);
        });
    }
}
