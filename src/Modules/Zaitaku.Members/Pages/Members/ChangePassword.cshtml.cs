using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

[Authorize, EnableRateLimiting(SignInRates.Policy)]
public sealed class ChangePasswordModel(UserDesk users, PasswordRules rules, PasswordDesk passwords) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(Current)) return this.Again(nameof(Current), MembersText.PasswordMissing);
        var user = (await users.FindAsync(User.Id()!, cancel))!;
        if (await rules.ProblemAsync(Password, user, cancel) is { } problem) return this.Again(nameof(Password), problem);
        if (Password != Repeated) return this.Again(nameof(Repeated), MembersText.PasswordsDiffer);
        if (!await passwords.ChangeAsync(user.UserId, SessionClaims.IdOf(User)!, Current, Password!, cancel)) return this.Again(nameof(Current), MembersText.PasswordWrong);
        Done = MembersText.PasswordChanged;
        return Redirect("/account");
    }
}
