using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.SignIn;

namespace Zaitaku.Members.Web;

/// <summary>
/// The cookies of signing in: the session's key, and tickets between two steps. With <c>__Host-</c> before their names browsers themselves see to
/// it that they come over TLS and from this host alone; over plain http, while developing, they could not be set.
/// </summary>
public sealed class SessionCookie(IHostEnvironment environment)
{
    private const string Session = "Zaitaku-Session";
    private const string Step = "Zaitaku-Step";
    private const string Browser = "Zaitaku-Browser";

    private string Prefix => environment.IsDevelopment() ? "" : "__Host-";

    public string? Key(HttpRequest request) => request.Cookies[Prefix + Session];

    public void Set(HttpResponse response, string key) => response.Cookies.Append(Prefix + Session, key, Options());

    public void Clear(HttpResponse response) => response.Cookies.Delete(Prefix + Session, Options());

    /// <summary>The ticket of a sign-in, a link or a registration that is under way.</summary>
    public string? Ticket(HttpRequest request) => request.Cookies[Prefix + Step];

    public void SetTicket(HttpResponse response, string key) => response.Cookies.Append(Prefix + Step, key, Options());

    public void ClearTicket(HttpResponse response) => response.Cookies.Delete(Prefix + Step, Options());

    /// <summary>By which the site knows the browser again; it opens nothing.</summary>
    public BrowserKey BrowserOf(HttpRequest? request) => new(request?.Cookies[Prefix + Browser] is { } key && SecretKey.IsKey(key) ? key : null);

    public void SetBrowser(HttpResponse response, string key)
    {
        var options = Options();
        options.MaxAge = KnownBrowsers.Kept;
        response.Cookies.Append(Prefix + Browser, key, options);
    }

    /// <summary>Lax, so that a link in a mail opens the page for whoever is signed in; every change needs an anti-forgery token besides.</summary>
    private CookieOptions Options() => new() { HttpOnly = true, Secure = !environment.IsDevelopment(), SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
