using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Pages.Admin.Members;

public sealed record UserLine(User User, IReadOnlyList<string> Roles, bool HasFactor);

/// <summary>Who may sign in, who did and when: the list of accounts that a municipality is asked to keep.</summary>
[Authorize(Policy = "ManageUsers")]
public sealed class UsersModel(SiteDb db) : PageModel
{
    private const int Shown = 100;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public int Count { get; private set; }
    public IReadOnlyList<UserLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Q = Typed.Line(Q, 100);
        var key = Q.ToLowerInvariant();
        var found = db.Set<User>().AsNoTracking().Where(u => Q == "" || u.UserName.Contains(Q) || u.EmailKey.Contains(key));
        Count = await found.CountAsync(cancel);
        var users = await found.OrderBy(u => u.UserName).ThenBy(u => u.UserId).Take(Shown).ToListAsync(cancel);
        var ids = users.ConvertAll(u => u.UserId);
        var roles = (await db.Set<UserRole>().Where(r => ids.Contains(r.UserId)).ToListAsync(cancel)).ToLookup(r => r.UserId, r => r.Role);
        var keys = await db.Set<Passkey>().Where(p => ids.Contains(p.UserId)).Select(p => p.UserId).ToHashSetAsync(cancel);
        Lines = users.ConvertAll(user => new UserLine(user, [.. roles[user.UserId]], user.TotpKey is not null || keys.Contains(user.UserId)));
    }
}
