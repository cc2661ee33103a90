using System.Security.Claims;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;

namespace Zaitaku.Admin.Approvals;

/// <summary>Requests that wait for whoever has signed in, and those of their own that came back.</summary>
public sealed class ApprovalTasks(ApprovalList list) : AdminTasks
{
    public override int Order => 5;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!user.May(CmsPermissions.EditContent)) return [];
        return
        [
            new(ApprovalText.ToApprove, (await list.WaitingAsync(user, cancel)).Count(line => line.IsMine), "/admin/approvals"),
            new(ApprovalText.CameBack, await list.CameBackAsync(user, cancel), "/admin/approvals#mine"),
        ];
    }
}
