using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>The way out: the row is gone before the answer is sent, and a copy of the cookie opens nothing any more.</summary>
public sealed class SignOutModel(SessionDesk sessions, SessionCookie cookie, AuditTrail audit) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (User.Id() is { } id && SessionClaims.IdOf(User) is { } session)
        {
            await sessions.EndAsync(id, session, cancel);
            await audit.NoteAsync("User", "SignedOut", id, User.UserName(), cancel: cancel);
        }

        cookie.Clear(Response);
        // What was read is cleared; what the visitor wrote on this device for themselves (わたしの希望シート) is theirs and stays.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Redirect("/account/sign-out");
    }
}
