using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Routing;

/// <summary>An address that an item once had. It leads to wherever the item is now.</summary>
public sealed class Redirect
{
    public string Path { get; set; } = "";
    public string ContentItemId { get; set; } = "";

    internal static async Task LeaveAsync(SiteDb db, string path, string contentItemId)
    {
        await db.Set<Redirect>().Where(r => r.Path == path).ExecuteDeleteAsync();
        db.Add(new Redirect { Path = path, ContentItemId = contentItemId });
        await db.SaveChangesAsync();
    }
}

public sealed class RedirectTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<Redirect>(redirect =>
    {
        redirect.ToTable("Redirect");
        redirect.HasKey(r => r.Path);
        redirect.Property(r => r.Path).HasMaxLength(AutoroutePathRule.MaxLength);
        redirect.Property(r => r.ContentItemId).HasMaxLength(26);
    });
}
