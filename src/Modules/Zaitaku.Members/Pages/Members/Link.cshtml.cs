using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>Where a link of a mail leads: its key goes into a cookie and out of the address bar, the history and the logs. Looking uses nothing up.</summary>
public sealed class LinkModel(SessionCookie cookie, TicketDesk tickets) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancel)
    {
        if (SecretKey.IsKey(key)) cookie.SetTicket(Response, key!);
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Redirect(await tickets.FindAsync(key, TicketPurpose.EmailChange, cancel) is null ? "/account/set-password" : "/account/email/confirm");
    }
}
