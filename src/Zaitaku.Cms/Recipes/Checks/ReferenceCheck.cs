using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Recipes.Checks;

/// <summary>Holds what a recipe points at against what it brings and what the site has: a few queries, however long the recipe.</summary>
internal sealed class ReferenceCheck(SiteDb db, RecipeCheck check)
{
    private const int QuerySize = 500;
    private readonly References references = check.References;

    public async Task RunAsync(CancellationToken cancel)
    {
        Refuse(await MissingItemsAsync(cancel), RecipesText.ItemMissing);
        Refuse(await MissingTermsAsync(cancel), RecipesText.TermMissing);
        Refuse(await MissingMediaAsync(cancel), RecipesText.MediaMissing);
        Refuse(await TakenPathsAsync(cancel), RecipesText.PathTaken);
        RefuseCycles();
    }

    private async Task<List<Reference>> MissingItemsAsync(CancellationToken cancel)
    {
        var missing = references.NeededItems.Where(r => !references.Items.Contains(r.Target)).ToList();
        var there = new HashSet<string>();
        foreach (var ids in missing.Select(r => r.Target).Distinct().Chunk(QuerySize))
        {
            there.UnionWith(await db.Content.IgnoreQueryFilters().Where(i => ids.Contains(i.ContentItemId) && (i.Latest || i.Published))
                .Select(i => i.ContentItemId).ToListAsync(cancel));
        }

        return missing.FindAll(r => !there.Contains(r.Target));
    }

    private async Task<List<Reference>> MissingTermsAsync(CancellationToken cancel)
    {
        var missing = new List<Reference>();
        foreach (var group in references.NeededTerms.GroupBy(t => t.Taxonomy))
        {
            if (!references.Terms.TryGetValue(group.Key, out var terms)) terms = await StoredTermsAsync(group.Key, cancel);
            missing.AddRange(group.Select(t => t.Term).Where(t => !terms.Contains(t.Target)));
        }

        return missing;
    }

    private async Task<HashSet<string>> StoredTermsAsync(string taxonomy, CancellationToken cancel)
    {
        var item = await db.Content.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(i => i.ContentItemId == taxonomy && i.Latest, cancel);
        var terms = new HashSet<string>();
        if (item is not null) ContainedItems.Ids(item.Data, terms);
        return terms;
    }

    private async Task<List<Reference>> MissingMediaAsync(CancellationToken cancel)
    {
        var missing = references.NeededMedia.Where(r => MediaPath.Clean(r.Target) is not { } path || !references.Media.Contains(path)).ToList();
        var there = new HashSet<string>();
        foreach (var paths in missing.Select(r => MediaPath.Clean(r.Target)).OfType<string>().Distinct().Chunk(QuerySize))
        {
            there.UnionWith(await db.Set<MediaFile>().IgnoreQueryFilters().Where(f => paths.Contains(f.Path)).Select(f => f.Path).ToListAsync(cancel));
        }

        return missing.FindAll(r => MediaPath.Clean(r.Target) is not { } path || !there.Contains(path));
    }

    private async Task<List<Reference>> TakenPathsAsync(CancellationToken cancel)
    {
        var taken = new List<Reference>();
        foreach (var paths in references.Paths.Keys.Chunk(QuerySize))
        {
            var rows = await db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => paths.Contains(row.Path))
                .Select(row => new { row.Path, row.ContentItemId }).ToListAsync(cancel);
            taken.AddRange(rows.Where(row => row.ContentItemId != references.Paths[row.Path].ItemId && !references.Items.Contains(row.ContentItemId))
                .Select(row => references.Paths[row.Path].At).Distinct());
        }

        return taken;
    }

    private void RefuseCycles()
    {
        foreach (var start in references.Containers.Keys)
        {
            var (at, steps) = (start, 0);
            while (references.Containers.TryGetValue(at, out var container) && steps++ <= references.Containers.Count && container != start) at = container;
            if (!references.Containers.TryGetValue(at, out var last) || last != start) continue;
            var reference = references.NeededItems.First(r => r.Target == start);
            check.Refuse(reference.Body, reference.At, RecipesText.ContainerCycle(start));
        }
    }

    private void Refuse(List<Reference> found, Func<string, string> message)
    {
        foreach (var reference in found) check.Refuse(reference.Body, reference.At, message(reference.Target));
    }
}
