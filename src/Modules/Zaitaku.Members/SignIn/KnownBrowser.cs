using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.SignIn;

/// <summary>
/// A browser with which this user has signed in before. It opens nothing; wrong tries from it are counted on it, so that strangers who make the
/// account rest do not keep its owner out (OWASP: device cookies).
/// </summary>
public sealed class KnownBrowser : ITried
{
    /// <summary>SHA-256 of the key that the browser's cookie holds. People who share a browser share its key.</summary>
    public string KeyHash { get; set; } = "";
    public string UserId { get; set; } = "";
    public int FailedCount { get; set; }
    public DateTime? LockedUntilUtc { get; set; }

    /// <summary>When the user last signed in with it.</summary>
    public DateTime SeenUtc { get; set; }
}

public sealed class KnownBrowserTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<KnownBrowser>(browser =>
    {
        browser.ToTable("KnownBrowser");
        browser.HasKey(b => new { b.KeyHash, b.UserId });
        browser.Property(b => b.KeyHash).HasMaxLength(64);
        browser.Property(b => b.UserId).HasMaxLength(26);
        browser.HasIndex(b => b.UserId);
        browser.HasOne<User>().WithMany().HasForeignKey(b => b.UserId);
    });
}
