using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>Who has been signed in for a while says the password again before they change who can get in.</summary>
[Authorize, EnableRateLimiting(SignInRates.Policy)]
public sealed class ProveModel(PasswordDesk passwords, SessionDesk sessions) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Password)) return this.Again(nameof(Password), MembersText.PasswordMissing);
        if (!await passwords.ProveAsync(User.Id()!, Password, cancel)) return this.Again(nameof(Password), MembersText.PasswordWrong);
        await sessions.ProvedAsync(SessionClaims.IdOf(User)!, cancel);
        return Redirect(SignInDoor.Within(ReturnUrl) ?? "/account");
    }
}
