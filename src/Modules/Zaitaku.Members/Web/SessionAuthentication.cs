using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zaitaku.Members.Sessions;

namespace Zaitaku.Members.Web;

/// <summary>
/// Asks the database at every request who the cookie's key stands for. Why not the framework's cookie, which carries the user in itself:
/// docs/decisions/0016-sessions-on-the-server.md.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IServiceScopeFactory scopes, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Key(Request) is not { } key) return AuthenticateResult.NoResult();
        // A scope of its own: the request's database is opened through the eyes of the user, who is not known yet.
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SessionDesk>().FindAsync(key, Context.RequestAborted) is not { } signedIn)
        {
            cookie.Clear(Response);
            return AuthenticateResult.NoResult();
        }

        // Both, as the anti-forgery token would set them: it warns when it has to.
        (Response.Headers.CacheControl, Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        var user = await scope.ServiceProvider.GetRequiredService<SessionClaims>().OfAsync(signedIn, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(user, SessionClaims.Scheme));
    }

    /// <summary>A page sends to the sign-in and back; a script is told.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!WantsPage()) Response.StatusCode = StatusCodes.Status401Unauthorized;
        else Response.Redirect("/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : Request.Path));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (SessionClaims.OwesSecondFactor(Context.User) && WantsPage()) Response.Redirect("/account/second-factor");
        else Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private bool WantsPage() => Request.Headers.Accept.Count == 0 || Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ||
        Request.Headers.Accept.ToString() == "*/*" && Request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";
}
