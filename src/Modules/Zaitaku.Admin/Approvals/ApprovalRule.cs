using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Approvals;

/// <summary>Section of a content type's settings: what has to be approved before readers meet it.</summary>
public sealed class ApprovalSettings
{
    public const int MostLevels = 2;

    /// <summary>How many have to approve, one after the other: 0, 1 or 2.</summary>
    public int Levels { get; set; }

    /// <summary>Whether taking down a live item has to be approved too.</summary>
    public bool TakeDown { get; set; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool Demanded => Levels > 0;
}

/// <summary>What the definitions demand of items before they go out, and whether a version meets it.</summary>
public sealed class ApprovalRule(SiteDb db)
{
    public async Task<ApprovalSettings> OfAsync(string contentType, CancellationToken cancel)
    {
        var settings = (await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel)).Type(contentType)?.Setting<ApprovalSettings>() ?? new ApprovalSettings();
        settings.Levels = Math.Clamp(settings.Levels, 0, ApprovalSettings.MostLevels);
        return settings;
    }

    /// <summary>Whether this very version may be published without anybody being asked again.</summary>
    public async Task<bool> MayGoOutAsync(ContentItem item, CancellationToken cancel) =>
        !(await OfAsync(item.ContentType, cancel)).Demanded || await db.Set<ApprovalRequest>().IgnoreQueryFilters().AnyAsync(
            request => request.ContentItemId == item.ContentItemId && request.ContentItemVersionId == item.ContentItemVersionId && request.State == ApprovalState.Approved && request.Kind != ApprovalKind.TakeDown, cancel);

    /// <summary>What an approver at this level has to be allowed.</summary>
    public static Permission PermissionOf(int level) => level == 1 ? CmsPermissions.ApproveContent : CmsPermissions.ApproveContentFinally;
}
