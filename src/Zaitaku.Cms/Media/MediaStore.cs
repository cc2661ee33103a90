using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Media;

/// <summary>
/// The site's files. Bytes lie under their hash in the data folder and are written before the row that leads to them: when the write fails,
/// they are there and nothing reaches them; the same bytes are never stored twice.
/// </summary>
public sealed class MediaStore(SiteDb db, DataFolder folder, TimeProvider clock, Viewer viewer, IEnumerable<ContentFollower> followers)
{
    /// <summary>
    /// The file at this path, when the viewer may see it: the file itself is for them, and so is something that uses it. A file that nothing
    /// uses is for whom its row says. Its <see cref="MediaFile.Audience"/> is the narrower of the two.
    /// </summary>
    public async Task<MediaFile?> FindAsync(string path, CancellationToken cancel = default)
    {
        if (MediaPath.Clean(path) is not { } clean) return null;
        if (await db.Set<MediaFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Path == clean, cancel) is not { } file) return null;
        var uses = await db.Set<MediaUse>().IgnoreQueryFilters().Where(use => use.Path == clean)
            .Select(use => use.Published ? use.Audience : Audience.Staff).Distinct().ToListAsync(cancel);
        if (uses.Count > 0 && uses.Min() > file.Audience) file.Audience = uses.Min();
        return file.Audience <= viewer.Audience ? file : null;
    }

    /// <summary>Every file, whoever it is for, by its path.</summary>
    public static Task<List<MediaFile>> AllAsync(SiteDb db, CancellationToken cancel = default) =>
        db.Set<MediaFile>().IgnoreQueryFilters().AsNoTracking().OrderBy(f => f.Path).ToListAsync(cancel);

    /// <summary>Whether the file's bytes are where they should be.</summary>
    public bool Has(MediaFile file) => File.Exists(Place(file.Sha256));

    /// <summary>The file's bytes, to be read asynchronously.</summary>
    public Stream Open(MediaFile file) => new FileStream(Place(file.Sha256), new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    /// <summary>Puts a file that has been inspected and not refused at its path, in the place of an earlier one.</summary>
    /// <param name="bytes">What was inspected.</param>
    /// <param name="audience">Whom it is for; null leaves an earlier file's audience, and is the public's for a new one.</param>
    /// <param name="keepBytes">False for a rehearsal that will be undone.</param>
    /// <returns>Whether anything changed.</returns>
    public Task<bool> PutAsync(MediaContent content, Stream bytes, Audience? audience = null, bool keepBytes = true, CancellationToken cancel = default)
    {
        if (content.Refusal is not null) throw new ArgumentException("The content has been refused.", nameof(content));
        return db.WriteAsync(async () =>
        {
            var row = await db.Set<MediaFile>().IgnoreQueryFilters().FirstOrDefaultAsync(f => f.Path == content.Path, cancel);
            if (keepBytes) await KeepAsync(content.Sha256, bytes, cancel);
            if (row is not null && row.Sha256 == content.Sha256 && row.Audience == (audience ?? row.Audience)) return false;
            if (row is null) db.Add(row = new MediaFile { Path = content.Path });
            Fill(row, content, audience);
            await db.SaveChangesAsync(cancel);
            await FollowAsync(content.Path, cancel);
            db.Evict(PageTag.Site);
            return true;
        }, cancel);
    }

    /// <summary>Takes the file off the site, unless something uses it. Its bytes stay, for whatever else has the same.</summary>
    /// <returns>Whether it is gone.</returns>
    public Task<bool> RemoveAsync(string path, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        if (await db.Set<MediaUse>().IgnoreQueryFilters().AnyAsync(use => use.Path == path, cancel)) return false;
        var gone = await db.Set<MediaFile>().Where(file => file.Path == path).ExecuteDeleteAsync(cancel) > 0;
        db.Evict(PageTag.Site);
        return gone;
    }, cancel);

    /// <summary>What is made of a page's files is made anew with another file.</summary>
    private async Task FollowAsync(string path, CancellationToken cancel)
    {
        var ids = await db.Set<MediaUse>().IgnoreQueryFilters().Where(use => use.Published && use.Path == path).Select(use => use.ContentItemId).Distinct().ToListAsync(cancel);
        if (ids.Count == 0) return;
        foreach (var follower in followers) await follower.FollowAsync(ids, cancel);
    }

    private void Fill(MediaFile row, MediaContent content, Audience? audience)
    {
        row.ContentType = content.Kind.ContentType;
        row.Length = content.Length;
        row.Sha256 = content.Sha256;
        row.Audience = audience ?? row.Audience;
        row.ModifiedUtc = clock.GetUtcNow().UtcDateTime;
        row.Width = content.Size?.Width;
        row.Height = content.Size?.Height;
    }

    /// <summary>Writes beside the place and moves there in one step, so that a half-written file never bears its name.</summary>
    private async Task KeepAsync(string sha256, Stream bytes, CancellationToken cancel)
    {
        var place = Place(sha256);
        if (File.Exists(place)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var beside = $"{place}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                bytes.Position = 0;
                await bytes.CopyToAsync(file, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, place, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private string Place(string sha256) => Path.Combine(folder.Path, "media", sha256[..2], sha256);
}
