using System.Security.Claims;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;

namespace Zaitaku.Admin.Proofs;

/// <summary>Pages on which the checks have found something to mend.</summary>
public sealed class ProofTasks(SiteProof proofs) : AdminTasks
{
    public override int Order => 20;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.May(CmsPermissions.EditContent) ? [new(AdminText.ToMend, await proofs.ErrorCountAsync(cancel), "/admin/checks")] : [];
}
