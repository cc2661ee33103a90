using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Data;

/// <summary>A JSON document the site has one of: its settings, its definitions, its roles.</summary>
public sealed class SiteDocument
{
    public string Name { get; set; } = "";
    public string Json { get; set; } = "";
}

public sealed class SiteDocumentTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<SiteDocument>(document =>
    {
        document.ToTable("SiteDocument");
        document.HasKey(d => d.Name);
        document.Property(d => d.Name).HasMaxLength(255);
    });
}

/// <summary>Reads the site's documents once and keeps them; a written one is read again after its transaction has committed.</summary>
public sealed class SiteDocuments(IServiceScopeFactory scopes, SiteCache cache)
{
    /// <summary>The document as readers see it. It is shared: do not change it.</summary>
    public ValueTask<TDocument> GetAsync<TDocument>(CancellationToken cancel = default) where TDocument : class, new() =>
        cache.GetOrMakeAsync($"document:{typeof(TDocument).Name}", [PageTag.Site], async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await LoadAsync<TDocument>(scope.ServiceProvider.GetRequiredService<SiteDb>(), cancel);
        }, weight: 4096);

    /// <summary>The document inside a running write, to be changed and put back.</summary>
    public static async Task<TDocument> LoadAsync<TDocument>(SiteDb db, CancellationToken cancel = default) where TDocument : class, new()
    {
        var name = typeof(TDocument).Name;
        var json = await db.Set<SiteDocument>().Where(d => d.Name == name).Select(d => d.Json).FirstOrDefaultAsync(cancel);
        return json is null ? new TDocument() : JsonSerializer.Deserialize<TDocument>(json, ContentJson.Options)!;
    }

    /// <summary>Writes the document in the running write.</summary>
    /// <returns>Whether anything changed.</returns>
    public static async Task<bool> PutAsync<TDocument>(SiteDb db, TDocument document, CancellationToken cancel = default) where TDocument : class, new()
    {
        var name = typeof(TDocument).Name;
        var json = JsonSerializer.Serialize(document, ContentJson.Options);
        var row = await db.Set<SiteDocument>().FindAsync([name], cancel);
        if (row?.Json == json) return false;
        if (row is null) db.Add(new SiteDocument { Name = name, Json = json });
        else row.Json = json;
        await db.SaveChangesAsync(cancel);
        db.Evict(PageTag.Site);
        return true;
    }
}
