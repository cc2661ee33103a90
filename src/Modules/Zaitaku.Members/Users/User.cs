using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.SignIn;

namespace Zaitaku.Members.Users;

/// <summary>Someone who may sign in.</summary>
public sealed class User : ITried
{
    /// <summary>26 characters, as the ids of content: items keep it as their owner.</summary>
    public string UserId { get; set; } = "";

    /// <summary>What they type to sign in, as they wrote it.</summary>
    public string Email { get; set; } = "";

    /// <summary>The same without differences that a person would not see; no two users share it.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>What others see beside what they wrote.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Null until they have chosen one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the second factors. A session that was opened under another one is over.</summary>
    public string SecurityStamp { get; set; } = "";

    public bool Enabled { get; set; } = true;

    /// <summary>The secret shared with their authenticator app, encrypted; null when there is none.</summary>
    public string? TotpKey { get; set; }

    /// <summary>The 30 seconds whose code was used last: neither it nor an earlier one is taken again.</summary>
    public long TotpStep { get; set; }

    /// <summary>Wrong passwords and codes since they last signed in.</summary>
    public int FailedCount { get; set; }

    public DateTime? LockedUntilUtc { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime? SignedInUtc { get; set; }
}

/// <summary>One role of one user.</summary>
public sealed class UserRole
{
    public string UserId { get; set; } = "";
    public string Role { get; set; } = "";
}

public sealed class UserTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<User>(user =>
        {
            user.ToTable("User");
            user.Property(u => u.UserId).HasMaxLength(26);
            user.Property(u => u.Email).HasMaxLength(Emails.MaxLength);
            user.Property(u => u.EmailKey).HasMaxLength(Emails.MaxLength);
            user.Property(u => u.UserName).HasMaxLength(100);
            user.Property(u => u.PasswordHash).HasMaxLength(200);
            user.Property(u => u.SecurityStamp).HasMaxLength(26);
            user.Property(u => u.TotpKey).HasMaxLength(400);
            user.HasIndex(u => u.EmailKey).IsUnique();
        });
        modelBuilder.Entity<UserRole>(role =>
        {
            role.ToTable("UserRole");
            role.HasKey(r => new { r.UserId, r.Role });
            role.Property(r => r.UserId).HasMaxLength(26);
            role.Property(r => r.Role).HasMaxLength(255);
            role.HasIndex(r => r.Role);
            role.HasOne<User>().WithMany().HasForeignKey(r => r.UserId);
        });
    }
}
