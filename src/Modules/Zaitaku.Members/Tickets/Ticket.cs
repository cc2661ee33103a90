using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Members.Tickets;

/// <summary>What a ticket is good for. One for this is not taken for that.</summary>
public enum TicketPurpose
{
    /// <summary>A link by which somebody sets their password: of the first administrator, of an invitation.</summary>
    Invitation = 1,

    /// <summary>A link for a forgotten password.</summary>
    Reset = 2,

    /// <summary>The password was right, the second factor has not been shown yet.</summary>
    SecondStep = 3,

    /// <summary>A passkey is being registered.</summary>
    PasskeyCreation = 4,

    /// <summary>A passkey is being asked for.</summary>
    PasskeyRequest = 5,

    /// <summary>A link to an address that shall be the user's.</summary>
    EmailChange = 6,
}

/// <summary>Something good once and for a while. Its holder has the key, the table has the key's hash.</summary>
public sealed class Ticket
{
    public string KeyHash { get; set; } = "";
    public TicketPurpose Purpose { get; set; }
    public string? UserId { get; set; }

    /// <summary>What the step before left for the next.</summary>
    public string? Data { get; set; }
    public int Tries { get; set; }
    public DateTime ExpiresUtc { get; set; }
}

public sealed class TicketTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<Ticket>(ticket =>
    {
        ticket.ToTable("Ticket");
        ticket.HasKey(t => t.KeyHash);
        ticket.Property(t => t.KeyHash).HasMaxLength(64);
        ticket.Property(t => t.Purpose).HasConversion<string>().HasMaxLength(32);
        ticket.Property(t => t.UserId).HasMaxLength(26);
        ticket.HasIndex(t => t.UserId);
        ticket.HasIndex(t => t.ExpiresUtc);
    });
}
