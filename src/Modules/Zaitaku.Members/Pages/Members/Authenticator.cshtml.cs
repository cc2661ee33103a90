using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Rendering;
using Zaitaku.Cms.Web;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>Registers an authenticator app: a new key each time the page is opened, kept once the app has shown that it has it.</summary>
[Authorize, RecentProof, EnableRateLimiting(SignInRates.Policy)]
public sealed class AuthenticatorModel(UserDesk users, SecondFactorDesk factors, SecretBox box) : PageModel
{
    private string key = "";

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key on its way through the form, encrypted for this user.</summary>
    [BindProperty]
    public string? Lent { get; set; }

    public string Picture { get; private set; } = "";

    public string KeyInParts => string.Join(' ', key.Chunk(4).Select(part => new string(part)));

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(Totp.NewKey(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (box.TakeBack(Lent, User.Id()!) is not { } known) return RedirectToPage();
        if (await factors.RegisterAppAsync(User.Id()!, SessionClaims.IdOf(User)!, known, Code, cancel) is { } codes) return Partial("Members/Codes", codes);
        await ShowAsync(known, cancel);
        return this.Again(nameof(Code), MembersText.AppCodeWrong);
    }

    private async Task ShowAsync(string shown, CancellationToken cancel)
    {
        (key, Lent) = (shown, box.Lend(shown, User.Id()!));
        var user = (await users.FindAsync(User.Id()!, cancel))!;
        using var picture = QRCodeGenerator.GenerateQrCode(Totp.Address(key, user.Email, HttpContext.Features.Get<SiteView>()!.Name), QRCodeGenerator.ECCLevel.L);
        using var png = new PngByteQRCode(picture);
        Picture = "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(6));
    }
}
