using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Editing;

/// <summary>Moves what a list contains into another list of its kind: to its end, with its editions, and with redirects from the old addresses.</summary>
public sealed class BookMove(SiteDb db, ContentDesk desk, BothVersions versions, SiteDocuments documents, Viewer viewer)
{
    /// <summary>The lists that may hold the item, but for the one that holds it.</summary>
    public async Task<List<ContentItem>> TargetsAsync(ContentItem item, CancellationToken cancel)
    {
        var definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        var types = definitions.ContentTypes.Where(type => type.Parts.Any(part => part.PartName == nameof(ListPart) &&
            BagTypes.Named(definitions, part.Settings["ListPartSettings"]?["ContainedContentTypes"]).Any(held => held.Name == item.ContentType))).Select(type => type.Name).ToList();
        var now = item.Get<ContainedPart>()?.ListContentItemId;
        return await db.Content.IgnoreQueryFilters().AsNoTracking()
            .Where(list => types.Contains(list.ContentType) && list.Latest && list.ContentItemId != now && list.Audience <= viewer.Audience).OrderBy(list => list.DisplayText).ToListAsync(cancel);
    }

    /// <summary>The item and its editions in the same list: they move together.</summary>
    public async Task<List<ContentItem>> EditionsAsync(ContentItem item, CancellationToken cancel)
    {
        if (item.Get<LocalizationPart>()?.LocalizationSet is not { Length: > 0 } set || item.Get<ContainedPart>()?.ListContentItemId is not { } list) return [item];
        var ids = await (from edition in db.Set<LocalizationPartIndex>().IgnoreQueryFilters()
                         where edition.LocalizationSet == set && edition.Latest
                         join row in db.Set<ContainedPartIndex>().IgnoreQueryFilters() on edition.ContentItemVersionId equals row.ContentItemVersionId
                         where row.ListContentItemId == list
                         orderby row.Order, row.Id
                         select row.ContentItemId).ToListAsync(cancel);
        List<ContentItem> editions = [];
        foreach (var id in ids.Append(item.ContentItemId).Distinct())
        {
            if (await desk.LatestAsync(id, cancel) is { } edition) editions.Add(edition);
        }

        return editions;
    }

    /// <returns>Why not, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> MoveAsync(string id, string listId, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        if (await desk.LatestAsync(id, cancel) is not { } item || item.Get<ContainedPart>() is null) return [new("", AdminText.NotThere)];
        if ((await TargetsAsync(item, cancel)).Find(target => target.ContentItemId == listId) is not { } list) return [new("list", AdminText.MoveTargetMissing)];
        var order = await db.Set<ContainedPartIndex>().IgnoreQueryFilters().Where(row => row.ListContentItemId == listId).MaxAsync(row => (int?)row.Order, cancel) ?? -1;
        foreach (var edition in await EditionsAsync(item, cancel))
        {
            var path = await PathAsync(edition, list, cancel);
            var place = ++order;
            var problems = await versions.ChangeAsync(edition.ContentItemId, version => Place(version, list, place, path), Acts.Moved, AdminText.MovedTo(list.DisplayText), cancel);
            if (problems.Count > 0) return problems;
        }

        return [];
    }, problems => problems.Count == 0, cancel);

    private static void Place(ContentItem version, ContentItem list, int order, string? path)
    {
        version.Alter<ContainedPart>(part => (part.ListContentItemId, part.ListContentType, part.Order) = (list.ContentItemId, list.ContentType, order));
        if (path is not null && version.Get<AutoroutePart>() is not null) version.Alter<AutoroutePart>(part => part.Path = path);
    }

    /// <summary>The last piece of the address below the new list's, where the item's address stands below its list's now.</summary>
    private async Task<string?> PathAsync(ContentItem item, ContentItem list, CancellationToken cancel)
    {
        if (item.Get<AutoroutePart>() is not { Disabled: false, Path: { Length: > 0 } now } || list.Get<AutoroutePart>()?.Path is not { Length: > 0 } above) return null;
        var wanted = $"{above}/{now[(now.LastIndexOf('/') + 1)..]}";
        var path = wanted;
        for (var n = 2; await db.Set<AutoroutePartIndex>().IgnoreQueryFilters().AnyAsync(row => row.Path == path && row.ContentItemId != item.ContentItemId, cancel); n++) path = $"{wanted}-{n}";
        return path;
    }
}
