using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Files;

namespace Zaitaku.Search.Index;

/// <summary>Asks the modules what their published items say.</summary>
public sealed class PageMaker(SiteDb db, FileShelf files, IEnumerable<SearchSource> sources)
{
    /// <summary>More sections than this of one page are not indexed: a text of nothing but headings is no text.</summary>
    private const int MaxSections = 400;

    private readonly Dictionary<string, SearchSource> byType = sources.SelectMany(source => source.ContentTypes.Select(type => (type, source)))
        .GroupBy(pair => pair.type).ToDictionary(group => group.Key, group => group.First().source);

    public IReadOnlyCollection<string> ContentTypes => byType.Keys;

    /// <summary>The pages of those of these items that are published.</summary>
    public async Task<List<SearchPage>> OfAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel)
    {
        var types = byType.Keys.ToList();
        var pages = new List<SearchPage>();
        foreach (var part in contentItemIds.Chunk(200))
        {
            var items = await db.Content.IgnoreQueryFilters().AsNoTracking()
                .Where(i => i.Published && part.Contains(i.ContentItemId) && types.Contains(i.ContentType)).ToListAsync(cancel);
            foreach (var item in items) pages.Add(await OfAsync(item, cancel));
        }

        return pages;
    }

    public async Task<SearchPage> OfAsync(ContentItem item, CancellationToken cancel)
    {
        var sections = await byType[item.ContentType].EntriesAsync(item, cancel);
        var inFiles = sections.Count == 0 ? [] : await files.SectionsAsync(item, sections[0], cancel);
        return new SearchPage(item.ContentItemId, item.ContentItemVersionId, item.Audience, [.. sections.Concat(inFiles).Take(MaxSections)]);
    }
}
