using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>What the user shows besides the password: seen, added to and taken away.</summary>
[Authorize, RecentProof]
public sealed class SecondFactorModel(UserDesk users, SecondFactorDesk factors, PasskeyDesk passkeys) : PageModel
{
    [TempData]
    public string? Done { get; set; }

    public bool Owes => SessionClaims.OwesSecondFactor(User);
    public bool HasApp { get; private set; }
    public int CodesLeft { get; private set; }
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var id = User.Id()!;
        HasApp = (await users.FindAsync(id, cancel))!.TotpKey is not null;
        Passkeys = await passkeys.OfAsync(id, cancel);
        CodesLeft = await factors.CodesLeftAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancel)
    {
        if (await factors.RemoveAppAsync(User.Id()!, SessionClaims.IdOf(User)!, cancel)) Done = MembersText.FactorRemoved;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? credential, CancellationToken cancel)
    {
        if (!Typed.IsId(credential) || !await passkeys.RemoveAsync(User.Id()!, SessionClaims.IdOf(User)!, credential, cancel)) return NotFound();
        Done = MembersText.FactorRemoved;
        return RedirectToPage();
    }

    /// <summary>Shown in the answer itself and nowhere else: they are kept as hashes only.</summary>
    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancel) =>
        await factors.RenewCodesAsync(User.Id()!, cancel) is { } codes ? Partial("Members/Codes", codes) : RedirectToPage();
}
