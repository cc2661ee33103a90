using Microsoft.AspNetCore.Http;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Web;

/// <summary>The last step of every way in: a session is opened under a fresh key, and the user goes where they wanted to.</summary>
public sealed class SignInDoor(
    SessionDesk sessions, SessionCookie cookie, SignInDesk desk, KnownBrowsers browsers, UserDesk users, TicketDesk tickets, SecondFactorRule rule)
{
    /// <summary>How long the second factor may take.</summary>
    private static readonly TimeSpan StepLife = TimeSpan.FromMinutes(10);

    /// <summary>The ticket that came with the request.</summary>
    public string? TicketOf(HttpContext context) => cookie.Ticket(context.Request);

    /// <summary>The password was right: the browser gets a ticket for the second step, and no session yet.</summary>
    /// <returns>Where to go.</returns>
    public async Task<string> AskSecondStepAsync(HttpContext context, User user, string? returnUrl, CancellationToken cancel)
    {
        cookie.SetTicket(context.Response, await tickets.IssueAsync(TicketPurpose.SecondStep, user.UserId, StepLife, cancel: cancel));
        return Within(returnUrl) is { } address ? "/account/second-step?ReturnUrl=" + Uri.EscapeDataString(address) : "/account/second-step";
    }

    /// <param name="strong">Whether more than a password was shown.</param>
    /// <returns>Where to go: an address of this site.</returns>
    public async Task<string> OpenAsync(HttpContext context, User user, bool strong, string? returnUrl, CancellationToken cancel)
    {
        if (cookie.Key(context.Request) is { } old && await sessions.FindAsync(old, cancel) is { } former)
        {
            await sessions.EndAsync(former.Session.UserId, former.Session.SessionId, cancel);
        }

        var key = await sessions.OpenAsync(user, strong, context.Request.Headers.UserAgent.ToString(), cancel);
        await desk.NoteAsync(user, "SignedIn", cancel);
        cookie.Set(context.Response, key);
        cookie.SetBrowser(context.Response, await browsers.WelcomeAsync(user.UserId, cancel));
        cookie.ClearTicket(context.Response);
        var may = await users.PermissionsAsync(user.UserId, cancel);
        if (!strong && rule.AsksFor(may)) return "/account/second-factor";
        return Within(returnUrl) ?? (may.Any(p => p.Name == CmsPermissions.AccessAdminPanel.Name) ? "/admin" : "/");
    }

    /// <returns>An address of this site as a browser can be sent to it, Japanese encoded; null for any other, and for the way out.</returns>
    public static string? Within(string? address) => IsOfThisSite(address)
        ? string.Concat(address!.EnumerateRunes().Select(letter => letter.Value is > ' ' and <= '~' ? letter.ToString() : Uri.EscapeDataString(letter.ToString())))
        : null;

    /// <summary>Whether an address stays on this site, and is not another host's in disguise.</summary>
    private static bool IsOfThisSite(string? address) =>
        address is { Length: > 0 and <= 1000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) &&
        !address.Any(letter => char.IsControl(letter) || letter == '\\') && !address.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase);
}
