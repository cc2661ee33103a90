using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Content;

/// <summary>The versions the database has of the items in one batch of an import, fetched in one query and kept up with the writes.</summary>
internal sealed class ImportShelf
{
    private readonly Dictionary<string, List<ContentItem>> byItem = [];
    private readonly Dictionary<string, ContentItem> byVersion = [];

    public static async Task<ImportShelf> LoadAsync(SiteDb db, IReadOnlyCollection<ContentItem> batch, CancellationToken cancel)
    {
        var shelf = new ImportShelf
        {
            Paths = await FreeNames.LoadAsync(batch.Select(i => i.Get<AutoroutePart>()?.Path?.Trim('/')), names => TakenPathsAsync(db, names, cancel)),
            Aliases = await FreeNames.LoadAsync(batch.Select(i => i.Get<AliasPart>()?.Alias), names => TakenAliasesAsync(db, names, cancel)),
        };
        var ids = batch.Select(i => i.ContentItemId).Distinct().ToList();
        var versions = batch.Select(i => i.ContentItemVersionId).Where(id => id.Length > 0).ToList();
        // Without a version id and without a flag an item can only be compared with what is in the archive.
        var archived = batch.Where(i => i is { ContentItemVersionId.Length: 0, Latest: false, Published: false }).Select(i => i.ContentItemId).ToList();
        var everything = db.Content.IgnoreQueryFilters().AsNoTracking();
        var live = await everything.Where(i => ids.Contains(i.ContentItemId) && (i.Latest || i.Published)).ToListAsync(cancel);
        foreach (var version in live) shelf.Put(version);
        var missing = versions.Except(shelf.byVersion.Keys).ToList();
        if (missing.Count + archived.Count == 0) return shelf;
        var others = await everything.Where(i => missing.Contains(i.ContentItemVersionId) || archived.Contains(i.ContentItemId)).ToListAsync(cancel);
        foreach (var version in others) shelf.Put(version);
        return shelf;
    }

    public required FreeNames Paths { get; init; }

    public required FreeNames Aliases { get; init; }

    public ContentItem? Version(string versionId) => byVersion.GetValueOrDefault(versionId);

    public ContentItem? Latest(string itemId) => Of(itemId).Find(i => i.Latest);

    public ContentItem? Published(string itemId) => Of(itemId).Find(i => i.Published);

    public List<ContentItem> Of(string itemId) => byItem.GetValueOrDefault(itemId) ?? [];

    /// <summary>Takes in a version as it has been read.</summary>
    private void Put(ContentItem version)
    {
        if (!byItem.TryGetValue(version.ContentItemId, out var list)) byItem[version.ContentItemId] = list = [];
        list.RemoveAll(i => i.ContentItemVersionId == version.ContentItemVersionId);
        list.Add(version);
        byVersion[version.ContentItemVersionId] = version;
    }

    /// <summary>Takes in a version that has been written: its address and alias are no longer free.</summary>
    public void PutWritten(ContentItem version)
    {
        Put(version);
        if (!version.Latest && !version.Published || version.Bearer != version.ContentItemId) return;
        Paths.Claim(version.Get<AutoroutePart>()?.Path, version.ContentItemId);
        Aliases.Claim(version.Get<AliasPart>()?.Alias, version.ContentItemId);
    }

    private static Task<List<string>> TakenPathsAsync(SiteDb db, List<string> paths, CancellationToken cancel) =>
        db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => paths.Contains(row.Path)).Select(row => row.Path).ToListAsync(cancel);

    private static Task<List<string>> TakenAliasesAsync(SiteDb db, List<string> aliases, CancellationToken cancel) =>
        db.Set<AliasPartIndex>().IgnoreQueryFilters().Where(row => aliases.Contains(row.Alias)).Select(row => row.Alias).ToListAsync(cancel);
}
