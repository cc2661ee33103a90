using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Cms.Mail;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>Sends a link for a new password. The answer is the same whether there is such an account or not.</summary>
[EnableRateLimiting(SignInRates.Policy)]
public sealed class ForgotModel(Invitations invitations, MailSettings mail) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool SendsMail => mail.Sends;

    public bool Asked { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Emails.Key(Email) is null) return this.Again(nameof(Email), string.IsNullOrWhiteSpace(Email) ? MembersText.EmailMissing : MembersText.EmailWrong);
        await invitations.SendResetAsync(Email, cancel);
        Asked = true;
        return Page();
    }
}
