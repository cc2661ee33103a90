using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;

namespace Zaitaku.Admin.Media;

/// <summary>A file with what uses it.</summary>
public sealed record ShelvedFile(MediaFile File, IReadOnlyList<(string Id, string Title)> Uses);

/// <summary>The files of the site as editors handle them. Every act is written down.</summary>
public sealed class MediaShelf(SiteDb db, MediaStore store, AuditTrail audit, Viewer viewer)
{
    private const int MostImages = 1000;

    public Task<int> CountAsync(string? words, CancellationToken cancel) => Files(words).CountAsync(cancel);

    public async Task<List<ShelvedFile>> FilesAsync(string? words, int skip, int take, CancellationToken cancel)
    {
        var files = await Files(words).OrderByDescending(file => file.ModifiedUtc).ThenBy(file => file.Path).Skip(skip).Take(take).ToListAsync(cancel);
        var paths = files.ConvertAll(file => file.Path);
        var uses = await (from use in db.Set<MediaUse>().IgnoreQueryFilters()
                          where paths.Contains(use.Path) && use.Audience <= viewer.Audience
                          join row in db.Set<ContentListing>().IgnoreQueryFilters() on use.ContentItemVersionId equals row.ContentItemVersionId
                          select new { use.Path, row.ContentItemId, row.Title }).Distinct().ToListAsync(cancel);
        return files.ConvertAll(file => new ShelvedFile(file,
            [.. uses.Where(use => use.Path == file.Path).DistinctBy(use => use.ContentItemId).Select(use => (use.ContentItemId, use.Title))]));
    }

    /// <summary>The images, newest first.</summary>
    public Task<List<string>> ImagesAsync(CancellationToken cancel) =>
        db.Set<MediaFile>().AsNoTracking().Where(file => file.Width != null).OrderByDescending(file => file.ModifiedUtc).ThenBy(file => file.Path).Select(file => file.Path).Take(MostImages).ToListAsync(cancel);

    /// <summary>
    /// Takes a file in, or in the place of another when that is asked for. What stands on a page that is out is replaced only by those who may
    /// publish: readers see it at once, without anyone's approval.
    /// </summary>
    /// <param name="audience">Whom it is for. In the place of another it is for the narrower of the two: a replaced file is not opened by the way.</param>
    /// <returns>Why it is not taken, or null.</returns>
    public async Task<string?> TakeAsync(string path, Stream bytes, bool replace, Audience audience, bool mayPublish, CancellationToken cancel)
    {
        var content = await MediaContent.InspectAsync(path, bytes, cancel);
        if (content.Refusal is { } refusal) return refusal;
        return await db.WriteAsync(async () =>
        {
            var there = await db.Set<MediaFile>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(file => file.Path == content.Path, cancel);
            if (there?.Audience > viewer.Audience) return AdminText.MediaTaken;
            if (there is not null && !replace) return AdminText.MediaThere;
            if (there is not null && !mayPublish && await db.Set<MediaUse>().IgnoreQueryFilters().AnyAsync(use => use.Path == content.Path && use.Published, cancel)) return AdminText.MediaIsOut;
            var narrower = there?.Audience > audience ? there.Audience : audience;
            if (await store.PutAsync(content, bytes, narrower, cancel: cancel)) await audit.NoteAsync("Media", there is null ? "Uploaded" : "Replaced", content.Path, content.Path, cancel: cancel);
            return null;
        }, cancel);
    }

    /// <returns>Why it stays, as a file that is used does, or null.</returns>
    public Task<string?> RemoveAsync(string path, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (!await db.Set<MediaFile>().AnyAsync(file => file.Path == path, cancel)) return AdminText.NotThere;
        if (!await store.RemoveAsync(path, cancel)) return AdminText.MediaInUse;
        await audit.NoteAsync("Media", "Deleted", path, path, cancel: cancel);
        return null;
    }, cancel);

    private IQueryable<MediaFile> Files(string? words) =>
        string.IsNullOrWhiteSpace(words) ? db.Set<MediaFile>().AsNoTracking() : db.Set<MediaFile>().AsNoTracking().Where(file => file.Path.Contains(words));
}
