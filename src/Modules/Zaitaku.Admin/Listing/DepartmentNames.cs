using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Departments;

namespace Zaitaku.Admin.Listing;

/// <summary>What the departments are called, by their ids.</summary>
public sealed class DepartmentNames(SiteDb db)
{
    public async Task<Dictionary<string, string>> AllAsync(CancellationToken cancel) =>
        await db.Content.IgnoreQueryFilters().Where(i => i.ContentType == Departments.ContentType && i.Latest)
            .ToDictionaryAsync(i => i.ContentItemId, i => i.DisplayText ?? "", cancel);
}
