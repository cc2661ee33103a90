using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.SecondFactors;

/// <summary>A code on paper for the day the telephone is lost. It is used once; only its hash is kept.</summary>
public sealed class RecoveryCode
{
    public string UserId { get; set; } = "";
    public string CodeHash { get; set; } = "";
}

/// <summary>A key pair of the user's device, as the browser registered it.</summary>
public sealed class Passkey
{
    /// <summary>The credential's id, base 64 for addresses.</summary>
    public string CredentialId { get; set; } = "";
    public string UserId { get; set; } = "";

    /// <summary>What the user calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Key, counter and attestation as JSON.</summary>
    public string Data { get; set; } = "";
    public DateTime CreatedUtc { get; set; }
    public DateTime? UsedUtc { get; set; }
}

public sealed class SecondFactorTables : ITableMap
{
    public void Map(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("RecoveryCode");
            code.HasKey(c => new { c.UserId, c.CodeHash });
            code.Property(c => c.UserId).HasMaxLength(26);
            code.Property(c => c.CodeHash).HasMaxLength(64);
            code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
        });
        modelBuilder.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("Passkey");
            passkey.HasKey(p => p.CredentialId);
            // 1023 bytes at most, says WebAuthn.
            passkey.Property(p => p.CredentialId).HasMaxLength(1400);
            passkey.Property(p => p.UserId).HasMaxLength(26);
            passkey.Property(p => p.Name).HasMaxLength(100);
            passkey.HasIndex(p => p.UserId);
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
        });
    }
}
