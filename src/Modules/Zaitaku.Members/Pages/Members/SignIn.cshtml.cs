using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>The door. Its answer to a wrong password, an unknown address and a resting account is one and the same.</summary>
[EnableRateLimiting(SignInRates.Policy)]
public sealed class SignInModel(SignInDesk desk, SecondFactorDesk factors, PasskeyDesk passkeys, SignInDoor door) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), MembersText.EmailMissing);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), MembersText.PasswordMissing);
        if (!ModelState.IsValid) return this.Again();
        if (await desk.CheckAsync(Email, Password, cancel) is not { } user) return this.Again(nameof(Email), MembersText.SignInRefused);
        return Redirect(await factors.HasAnyAsync(user, cancel)
            ? await door.AskSecondStepAsync(HttpContext, user, ReturnUrl, cancel)
            : await door.OpenAsync(HttpContext, user, strong: false, ReturnUrl, cancel));
    }

    /// <summary>For the script: what to ask the device.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancel) => new JsonResult(await passkeys.AskToSignInAsync(HttpContext, cancel));

    public async Task<IActionResult> OnPostPasskeyAsync(string? ticket, string? answer, CancellationToken cancel) =>
        await passkeys.CheckAsync(HttpContext, ticket, answer, cancel) is { } user
            ? Redirect(await door.OpenAsync(HttpContext, user, strong: true, ReturnUrl, cancel))
            : this.Again("", MembersText.PasskeyFailed);
}
