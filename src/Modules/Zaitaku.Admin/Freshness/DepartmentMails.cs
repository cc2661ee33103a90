using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Departments;

namespace Zaitaku.Admin.Freshness;

/// <summary>A department that can be written to.</summary>
public sealed record DepartmentMail(string Id, string Name, string Mail);

/// <summary>Where the people are written to who keep a department's pages true.</summary>
public sealed class DepartmentMails(SiteDb db)
{
    public async Task<Dictionary<string, DepartmentMail>> AllAsync(CancellationToken cancel)
    {
        var items = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.ContentType == Departments.ContentType && i.Published).ToListAsync(cancel);
        return items.Select(Of).OfType<DepartmentMail>().ToDictionary(department => department.Id);
    }

    private static DepartmentMail? Of(ContentItem item) =>
        item.Get<DepartmentPart>()?.Mail?.Text is { } mail && DepartmentHandler.IsAddress(mail) ? new(item.ContentItemId, item.DisplayText ?? "", mail) : null;
}
