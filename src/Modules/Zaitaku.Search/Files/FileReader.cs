using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Files;

/// <summary>
/// Reads the files that published pages offer, once each and outside of any write: a program that reads PDF may take seconds. What was read is then
/// written together with the sections of the pages that offer it.
/// </summary>
public sealed class FileReader(SiteDb db, MediaStore store, IEnumerable<ContentFollower> followers, ILogger<FileReader> log)
{
    public async Task ReadAsync(CancellationToken cancel)
    {
        foreach (var file in await FileShelf.Unread(db).OrderBy(file => file.Path).ToListAsync(cancel))
        {
            if (!store.Has(file)) continue;
            await using var bytes = store.Open(file);
            var text = await FileText.OfAsync(file, bytes, cancel);
            if (text is null) log.LogWarning("The search could not read {File}; it is not tried again until the file changes", file.Path);
            await db.WriteAsync(() => KeepAsync(file, text ?? "", cancel), cancel);
        }

        var gone = db.Set<SearchFile>().Where(read => !db.Set<MediaFile>().IgnoreQueryFilters().Any(file => file.Path == read.Path));
        if (await gone.AnyAsync(cancel)) await gone.ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> KeepAsync(MediaFile file, string text, CancellationToken cancel)
    {
        var read = await db.Set<SearchFile>().FirstOrDefaultAsync(f => f.Path == file.Path, cancel) ?? db.Add(new SearchFile { Path = file.Path }).Entity;
        (read.Sha256, read.Text) = (file.Sha256, text);
        await db.SaveChangesAsync(cancel);
        var ids = await db.Set<MediaUse>().IgnoreQueryFilters().Where(use => use.Published && use.Path == file.Path).Select(use => use.ContentItemId).Distinct().ToListAsync(cancel);
        foreach (var follower in followers.OfType<IndexFollower>()) await follower.FollowAsync(ids, cancel);
        return true;
    }
}
