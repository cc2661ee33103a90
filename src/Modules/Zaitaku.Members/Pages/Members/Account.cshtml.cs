using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <param name="Device">The browser in words people know.</param>
public sealed record SessionLine(UserSession Row, string Device, bool IsThis);

/// <summary>What a user may see and change of themselves. Only their own sessions are found here.</summary>
[Authorize]
public sealed class AccountModel(UserDesk users, SessionDesk sessions, SecondFactorDesk factors, AuditTrail audit) : PageModel
{
    [TempData]
    public string? Done { get; set; }

    public User Account { get; private set; } = null!;
    public bool HasFactor { get; private set; }
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Account = (await users.FindAsync(User.Id()!, cancel))!;
        HasFactor = await factors.HasAnyAsync(Account, cancel);
        Roles = await users.RolesAsync(Account.UserId, cancel);
        var here = SessionClaims.IdOf(User);
        Sessions = (await sessions.OfAsync(Account.UserId, cancel)).ConvertAll(row => new SessionLine(row, MembersText.Device(row.Agent), row.SessionId == here));
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancel)
    {
        if (!Typed.IsId(session) || await sessions.EndAsync(User.Id()!, session!, cancel) == 0) return NotFound();
        await audit.NoteAsync("User", "SessionEnded", User.Id()!, User.UserName(), cancel: cancel);
        Done = MembersText.SessionEnded;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAllAsync(CancellationToken cancel)
    {
        await sessions.EndAllAsync(User.Id()!, cancel: cancel);
        await audit.NoteAsync("User", "SessionsEnded", User.Id()!, User.UserName(), cancel: cancel);
        return Redirect("/account/sign-out");
    }
}
