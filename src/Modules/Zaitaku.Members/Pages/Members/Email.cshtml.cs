using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>A user asks for another address to sign in with. Nothing changes until its link is opened.</summary>
[Authorize, RecentProof, EnableRateLimiting(SignInRates.Policy)]
public sealed class EmailModel(UserDesk users, EmailChange change, AccountMail mail) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool SendsMail => mail.Sends;

    public bool Asked { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!SendsMail) return Page();
        if (string.IsNullOrWhiteSpace(Email)) return this.Again(nameof(Email), MembersText.EmailMissing);
        if (Emails.Key(Email) is not { } key) return this.Again(nameof(Email), MembersText.EmailWrong);
        if ((await users.FindAsync(User.Id()!, cancel))!.EmailKey == key) return this.Again(nameof(Email), MembersText.EmailSame);
        await change.AskAsync(User.Id()!, key, cancel);
        Asked = true;
        return Page();
    }
}
