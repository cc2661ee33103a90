using Microsoft.AspNetCore.Http;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Web;

/// <summary>The last step of every way in: a session is opened under a fresh key, and the user goes where they wanted to.</summary>
public sealed class SignInDoor(
    SessionDesk sessions, SessionCookie cookie, SignInDesk desk, UserDesk users, RolePermissions permissions, SecondFactorRule rule)
{
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
        cookie.ClearTicket(context.Response);
        var may = await permissions.OfAsync(await users.RolesAsync(user.UserId, cancel), cancel);
        if (!strong && rule.AsksFor(may)) return "/account/second-factor";
        return IsOfThisSite(returnUrl) ? returnUrl! : may.Any(p => p.Name == CmsPermissions.AccessAdminPanel.Name) ? "/admin" : "/";
    }

    /// <summary>Whether an address stays on this site: not another host's, however it is disguised, and not the way out.</summary>
    public static bool IsOfThisSite(string? address) =>
        address is { Length: > 0 and <= 1000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) &&
        !address.Any(letter => char.IsControl(letter) || letter == '\\') && !address.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase);
}
