using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>Registers a passkey: the script fetches the question, asks the device, and sends this form with its answer.</summary>
[Authorize, RecentProof, EnableRateLimiting(SignInRates.Policy)]
public sealed class NewPasskeyModel(UserDesk users, PasskeyDesk passkeys) : PageModel
{
    [BindProperty]
    public string? KeyName { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel) =>
        new JsonResult(await passkeys.AskToRegisterAsync(HttpContext, (await users.FindAsync(User.Id()!, cancel))!, cancel));

    public async Task<IActionResult> OnPostAsync(string? ticket, string? answer, CancellationToken cancel)
    {
        var codes = await passkeys.RegisterAsync(HttpContext, User.Id()!, SessionClaims.IdOf(User)!, ticket, answer, KeyName, cancel);
        if (codes is null) return this.Again(nameof(KeyName), MembersText.PasskeyNotMade);
        if (codes.Count > 0) return Partial("Members/Codes", codes);
        Done = MembersText.PasskeyMade;
        return Redirect("/account/second-factor");
    }
}
