using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Members;

/// <summary>After the right password: a code of the app or of the paper. The ticket is of this sign-in alone, and bears five tries.</summary>
[EnableRateLimiting(SignInRates.Policy)]
public sealed class SecondStepModel(TicketDesk tickets, SecondFactorDesk factors, SignInDoor door) : PageModel
{
    private const int Tries = 5;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await tickets.FindAsync(door.TicketOf(HttpContext), TicketPurpose.SecondStep, cancel) is null ? Redirect("/account/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var key = door.TicketOf(HttpContext);
        if (await tickets.FindAsync(key, TicketPurpose.SecondStep, cancel) is not { UserId: { } id } ticket) return Redirect("/account/sign-in");
        if (await factors.CheckAsync(id, Code, cancel) is not { } user)
        {
            await tickets.TryAsync(ticket, Tries, cancel);
            return this.Again(nameof(Code), MembersText.CodeWrong);
        }

        if (await tickets.TakeAsync(key, TicketPurpose.SecondStep, cancel) is null) return Redirect("/account/sign-in");
        return Redirect(await door.OpenAsync(HttpContext, user, strong: true, ReturnUrl, cancel));
    }
}
