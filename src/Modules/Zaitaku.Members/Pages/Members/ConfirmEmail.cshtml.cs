using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>
/// Where the link to a new address ends. It is good only for whoever is signed in as the one who asked: a mail that went astray gives nobody the account.
/// </summary>
[Authorize]
public sealed class ConfirmEmailModel(EmailChange change, SignInDoor door) : PageModel
{
    /// <summary>The new address; null when the link is good for nothing.</summary>
    public string? Email { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Email = await change.FindAsync(User.Id()!, door.TicketOf(HttpContext), cancel);
        if (Email is null) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await change.ConfirmAsync(User.Id()!, SessionClaims.IdOf(User)!, door.TicketOf(HttpContext), cancel))
        {
            Done = MembersText.EmailChanged;
            return Redirect("/account");
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
