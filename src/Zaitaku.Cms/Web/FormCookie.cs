using Microsoft.AspNetCore.Http;

namespace Zaitaku.Cms.Web;

/// <summary>
/// The cookies that go with forms: one with a form's token, one with what is said after it was sent. A browser throws a cookie called
/// <c>__Host-</c> away unless it says that it is for TLS alone; the framework's own policy for that refuses to work where TLS ends at a server in
/// front and nobody has told the site so.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    public FormCookie() => (HttpOnly, IsEssential, SameSite) = (true, true, SameSiteMode.Strict);

    public bool IsBoundToTls { get; init; }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure |= IsBoundToTls;
        return options;
    }
}
