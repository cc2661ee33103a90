using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Contacts;

/// <summary>An item that names a department.</summary>
/// <param name="Title">Null when whoever looks may not read it.</param>
public sealed record DepartmentUse(string ContentItemId, string? Title, bool IsLive);

/// <summary>Knows what names a department, in any of its picker fields: drafts and published versions, not the archive.</summary>
public sealed class DepartmentUses(SiteDb db, Viewer viewer)
{
    public async Task<List<DepartmentUse>> OfAsync(string departmentId, CancellationToken cancel)
    {
        var versions = await Versions(departmentId).Select(item => new { item.ContentItemId, item.DisplayText, item.Published, item.Audience }).ToListAsync(cancel);
        return [.. versions.GroupBy(version => version.ContentItemId).Select(group => new DepartmentUse(
            group.Key, group.First().Audience > viewer.Audience ? null : group.First().DisplayText ?? "", group.Any(version => version.Published))).OrderBy(use => use.Title, StringComparer.Ordinal)];
    }

    /// <summary>Versions that readers or editors have and in which the id stands.</summary>
    public IQueryable<ContentItem> Versions(string departmentId)
    {
        var anywhere = $"%\"{departmentId}\"%";
        return db.Content.FromSql($"""SELECT * FROM "ContentItem" WHERE "Data" LIKE {anywhere}""").IgnoreQueryFilters().AsNoTracking()
            .Where(item => item.ContentType != Departments.ContentType && (item.Latest || item.Published));
    }
}

/// <summary>Keeps a department that pages name from going away under them.</summary>
public sealed class DepartmentInUse(DepartmentUses uses, SiteDocuments documents) : PublicationCheck
{
    public override Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<Remark>>([]);

    public override async Task<IReadOnlyList<Remark>> BeforeTakingDownAsync(ContentItem item, CancellationToken cancel = default)
    {
        if (item.ContentType != Departments.ContentType) return [];
        var count = (await uses.OfAsync(item.ContentItemId, cancel)).Count;
        if (count == 0 && (await documents.GetAsync<SiteSettings>(cancel)).Section<ContactSettings>().DepartmentId != item.ContentItemId) return [];
        return [new(RemarkLevel.Error, "DepartmentInUse", "", count == 0 ? DepartmentText.SuccessorMissing : DepartmentText.InUse(count))];
    }
}
