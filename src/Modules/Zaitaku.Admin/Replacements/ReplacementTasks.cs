using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Replacements;

/// <summary>Copies that should have gone in and could not.</summary>
public sealed class ReplacementTasks(SiteDb db, Viewer viewer) : AdminTasks
{
    public override int Order => 6;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!user.May(CmsPermissions.EditContent)) return [];
        var held = await db.Set<ReplacementPartIndex>().IgnoreQueryFilters().CountAsync(row => row.IsHeld && row.Latest && row.Audience <= viewer.Audience, cancel);
        return [new(ReplacementText.HeldTask, held, "/admin/content?q=status:Replacement")];
    }
}
