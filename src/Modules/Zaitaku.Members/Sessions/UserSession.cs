using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Sessions;

/// <summary>One sign-in on one device. The cookie holds only a key; what it opens is this row, and without the row it opens nothing.</summary>
public sealed class UserSession
{
    /// <summary>How the row is named on pages; it opens nothing.</summary>
    public string SessionId { get; set; } = "";

    /// <summary>SHA-256 of the key: whoever reads the table cannot sign in with it.</summary>
    public string KeyHash { get; set; } = "";
    public string UserId { get; set; } = "";

    /// <summary>The user's stamp when it was opened.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Whether a second factor or a passkey was shown.</summary>
    public bool Strong { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime SeenUtc { get; set; }

    /// <summary>When they last proved who they are.</summary>
    public DateTime ProvedUtc { get; set; }

    /// <summary>The browser, in its own words, cut short.</summary>
    public string Agent { get; set; } = "";
}

public sealed class SessionTable : ITableMap
{
    public const int MaxAgent = 200;

    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<UserSession>(session =>
    {
        session.ToTable("UserSession");
        session.HasKey(s => s.SessionId);
        session.Property(s => s.SessionId).HasMaxLength(26);
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.Property(s => s.UserId).HasMaxLength(26);
        session.Property(s => s.Stamp).HasMaxLength(26);
        session.Property(s => s.Agent).HasMaxLength(MaxAgent);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.UserId);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
    });
}
