using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;

namespace Zaitaku.Admin.Freshness;

/// <summary>Somebody to write to, and the pages to write of.</summary>
public sealed record EndingReader(string Mail, string Name, IReadOnlyList<ContentListing> Pages);

/// <summary>Who is told that pages are about to end: the departments that answer for them, and whoever worked on them last and still may.</summary>
public sealed class EndingReaders(SiteDb db, DepartmentMails departments, PermissionHolders holders)
{
    private static readonly string[] Work = [Acts.Created, Acts.Saved, Acts.Published];

    public async Task<IEnumerable<EndingReader>> OfAsync(IReadOnlyList<ContentListing> ending, CancellationToken cancel)
    {
        var (known, found) = (await departments.AllAsync(cancel), new List<(string Mail, string Name, ContentListing Page)>());
        foreach (var page in ending)
        {
            if (page.DepartmentId is not null && known.TryGetValue(page.DepartmentId, out var department)) found.Add((department.Mail, AdminText.ToDepartment(department.Name), page));
            if (await LastAuthorAsync(page.ContentItemId, cancel) is { } author) found.Add((author.Email, AdminText.ToPerson(author.Name), page));
        }

        return found.DistinctBy(line => (line.Mail, line.Page.Id)).GroupBy(line => line.Mail).Select(reader => new EndingReader(reader.Key, reader.First().Name, [.. reader.Select(line => line.Page)]));
    }

    private async Task<Holder?> LastAuthorAsync(string id, CancellationToken cancel)
    {
        var userId = await db.Set<AuditTrailEvent>().Where(act => act.CorrelationId == id && act.UserId != null && Work.Contains(act.Name)).OrderByDescending(act => act.Id).Select(act => act.UserId).FirstOrDefaultAsync(cancel);
        return userId is not null && await holders.MayAsync(userId, CmsPermissions.EditContent, cancel) ? await holders.FindAsync(userId, cancel) : null;
    }
}
