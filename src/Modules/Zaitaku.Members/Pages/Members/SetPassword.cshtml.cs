using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>The holder of a link sets a password. Whoever has a second factor shows it afterwards: a link is no way round it.</summary>
[EnableRateLimiting(SignInRates.Policy)]
public sealed class SetPasswordModel(
    TicketDesk tickets, UserDesk users, PasswordRules rules, PasswordDesk passwords, SecondFactorDesk factors, SignInDoor door) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Whose link it is; null when it is good for nothing.</summary>
    public User? For { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : Gone();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return Gone();
        if (await rules.ProblemAsync(Password, For!, cancel) is { } problem) return this.Again(nameof(Password), problem);
        if (Password != Repeated) return this.Again(nameof(Repeated), MembersText.PasswordsDiffer);
        if (await passwords.SetByLinkAsync(door.TicketOf(HttpContext), Password!, cancel) is not { } user)
        {
            For = null;
            return Gone();
        }

        return Redirect(await factors.HasAnyAsync(user, cancel)
            ? await door.AskSecondStepAsync(HttpContext, user, null, cancel)
            : await door.OpenAsync(HttpContext, user, strong: false, null, cancel));
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var key = door.TicketOf(HttpContext);
        var ticket = await tickets.FindAsync(key, TicketPurpose.Invitation, cancel) ?? await tickets.FindAsync(key, TicketPurpose.Reset, cancel);
        For = ticket?.UserId is { } id && await users.FindAsync(id, cancel) is { Enabled: true } user ? user : null;
        return For is not null;
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
