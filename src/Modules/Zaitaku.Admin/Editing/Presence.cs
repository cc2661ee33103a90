using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Editing;

/// <summary>That someone has an item open in the editor, and when they were last heard of.</summary>
public sealed class EditPresence
{
    public string ContentItemId { get; set; } = "";
    public string UserId { get; set; } = "";
    public string? UserName { get; set; }
    public DateTime SeenUtc { get; set; }
}

public sealed class EditPresenceTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<EditPresence>(row =>
    {
        row.ToTable("EditPresence");
        row.HasKey(r => new { r.ContentItemId, r.UserId });
        row.Property(r => r.ContentItemId).HasMaxLength(26);
        row.Property(r => r.UserId).HasMaxLength(26);
        row.Property(r => r.UserName).HasMaxLength(256);
    });
}

/// <summary>Tells editors of each other.</summary>
public sealed class Presence(SiteDb db, Actor actor, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(75);

    /// <summary>Says that the editor is here.</summary>
    /// <returns>The names of the others who are.</returns>
    public Task<List<string>> HereAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Lasts;
        await db.Set<EditPresence>().Where(p => p.SeenUtc < since).ExecuteDeleteAsync(cancel);
        if (actor.UserId is not { } user) return [];
        var row = await db.Set<EditPresence>().FirstOrDefaultAsync(p => p.ContentItemId == id && p.UserId == user, cancel);
        if (row is null) db.Add(row = new EditPresence { ContentItemId = id, UserId = user });
        (row.UserName, row.SeenUtc) = (actor.UserName, now);
        await db.SaveChangesAsync(cancel);
        return await db.Set<EditPresence>().Where(p => p.ContentItemId == id && p.UserId != user).Select(p => p.UserName ?? p.UserId).ToListAsync(cancel);
    }, cancel);

    /// <summary>Says that the editor has gone.</summary>
    public Task GoneAsync(string id, CancellationToken cancel) =>
        db.WriteAsync(() => db.Set<EditPresence>().Where(p => p.ContentItemId == id && p.UserId == actor.UserId).ExecuteDeleteAsync(cancel), cancel);
}
