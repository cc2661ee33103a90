using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Files;

/// <summary>What the files say that pages offer: a page is found by them too.</summary>
public sealed class FileShelf(SiteDb db)
{
    /// <summary>More files of one page are not read: the rest is an archive.</summary>
    private const int MaxFiles = 20;

    /// <summary>A section of the page for each of its files that all of its readers may have. The same sheet in two formats is one.</summary>
    public async Task<IReadOnlyList<SearchEntry>> SectionsAsync(ContentItem item, SearchEntry page, CancellationToken cancel)
    {
        var files = await (
            from use in db.Set<MediaUse>().IgnoreQueryFilters()
            where use.Published && use.ContentItemId == item.ContentItemId
            join file in db.Set<MediaFile>().IgnoreQueryFilters() on use.Path equals file.Path
            join read in db.Set<SearchFile>() on file.Path equals read.Path
            where read.Sha256 == file.Sha256 && file.Audience <= item.Audience && read.Text != ""
            select read).Distinct().ToListAsync(cancel);
        return [.. files.OrderBy(file => file.Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)).ThenBy(file => file.Path, StringComparer.Ordinal)
            .DistinctBy(file => Path.ChangeExtension(file.Path, null)).Take(MaxFiles)
            .Select(file => page with { Heading = Path.GetFileName(file.Path), Body = file.Text, Reading = "", Keywords = [] })];
    }

    /// <summary>Files that these published items use, and all when there are none, whose present bytes were not read yet.</summary>
    public static IQueryable<MediaFile> Unread(SiteDb db, IReadOnlyCollection<string>? contentItemIds = null)
    {
        var uses = db.Set<MediaUse>().IgnoreQueryFilters().Where(use => use.Published && (contentItemIds == null || contentItemIds.Contains(use.ContentItemId)));
        var types = FileText.ContentTypes;
        return db.Set<MediaFile>().IgnoreQueryFilters().AsNoTracking().Where(file => types.Contains(file.ContentType) && uses.Any(use => use.Path == file.Path) &&
            !db.Set<SearchFile>().Any(read => read.Path == file.Path && read.Sha256 == file.Sha256));
    }
}
