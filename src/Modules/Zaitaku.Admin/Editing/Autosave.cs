using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Editing;

/// <summary>What an editor has typed and not yet saved, one for each editor and item. Gone when it is saved or thrown away.</summary>
public sealed class Autosave
{
    public string UserId { get; set; } = "";

    /// <summary>The item, or the type and list of one that is not saved yet.</summary>
    public string ContentItemId { get; set; } = "";

    /// <summary>The version the editor began from.</summary>
    public string BaseVersionId { get; set; } = "";
    public DateTime SavedUtc { get; set; }

    /// <summary>The form's values by name, as JSON.</summary>
    public string Form { get; set; } = "";
}

public sealed class AutosaveTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<Autosave>(row =>
    {
        row.ToTable("Autosave");
        row.HasKey(r => new { r.UserId, r.ContentItemId });
        row.Property(r => r.UserId).HasMaxLength(26);
        row.Property(r => r.ContentItemId).HasMaxLength(64);
        row.Property(r => r.BaseVersionId).HasMaxLength(26);
    });
}

/// <summary>Keeps what editors type.</summary>
public sealed class Autosaves(SiteDb db, Actor actor, TimeProvider clock)
{
    /// <summary>The most that is kept of one form, in characters.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    /// <summary>Forms of one editor that are kept; the oldest give way, so that nobody fills the database by typing.</summary>
    private const int MostOfOneEditor = 50;

    public Task<Autosave?> FindAsync(string id, CancellationToken cancel) =>
        db.Set<Autosave>().AsNoTracking().FirstOrDefaultAsync(a => a.UserId == actor.UserId && a.ContentItemId == id, cancel);

    public static PostedForm FormOf(Autosave kept) => new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(kept.Form)!);

    /// <returns>When it was kept; null when it is too much.</returns>
    public Task<DateTime?> KeepAsync(string id, string baseVersionId, PostedForm form, CancellationToken cancel) => db.WriteAsync<DateTime?>(async () =>
    {
        var json = JsonSerializer.Serialize(form.All.Where(value => !value.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary());
        if (json.Length > MaxLength || actor.UserId is not { } user || id.Length > 64 || baseVersionId.Length > 26) return null;
        var row = await db.Set<Autosave>().FirstOrDefaultAsync(a => a.UserId == user && a.ContentItemId == id, cancel);
        if (row is null)
        {
            var oldest = await db.Set<Autosave>().Where(a => a.UserId == user).OrderByDescending(a => a.SavedUtc).Skip(MostOfOneEditor - 1).Select(a => a.ContentItemId).ToListAsync(cancel);
            if (oldest.Count > 0) await db.Set<Autosave>().Where(a => a.UserId == user && oldest.Contains(a.ContentItemId)).ExecuteDeleteAsync(cancel);
            db.Add(row = new Autosave { UserId = user, ContentItemId = id });
        }

        (row.BaseVersionId, row.SavedUtc, row.Form) = (baseVersionId, clock.GetUtcNow().UtcDateTime, json);
        await db.SaveChangesAsync(cancel);
        return row.SavedUtc;
    }, cancel);

    public Task DropAsync(string id, CancellationToken cancel) =>
        db.WriteAsync(() => db.Set<Autosave>().Where(a => a.UserId == actor.UserId && a.ContentItemId == id).ExecuteDeleteAsync(cancel), cancel);
}
