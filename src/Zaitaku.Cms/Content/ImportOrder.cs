using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Content;

/// <summary>The order in which items are written: containers before what they contain; of one item the archive first, then the published version, then the draft.</summary>
internal static class ImportOrder
{
    /// <summary>The items in batches; what a batch contains stands in a batch after it.</summary>
    public static IEnumerable<(int Index, ContentItem Item)[]> Batches(IReadOnlyList<ContentItem> items, int size)
    {
        var containers = new Dictionary<string, string>();
        foreach (var item in items)
        {
            if ((item.Get<ReplacementPart>()?.Of ?? item.Get<ContainedPart>()?.ListContentItemId) is { Length: > 0 } container) containers[item.ContentItemId] = container;
        }

        return items.Select((item, index) => (Index: index, Item: item)).GroupBy(i => Depth(i.Item.ContentItemId, containers))
            .OrderBy(depth => depth.Key).SelectMany(depth => depth.OrderBy(i => Rank(i.Item)).Chunk(size));
    }

    private static int Depth(string id, Dictionary<string, string> containers)
    {
        var depth = 0;
        while (containers.TryGetValue(id, out var container) && depth < containers.Count) (id, depth) = (container, depth + 1);
        return depth;
    }

    private static int Rank(ContentItem item) => item.Published ? 1 : item.Latest ? 2 : 0;
}
