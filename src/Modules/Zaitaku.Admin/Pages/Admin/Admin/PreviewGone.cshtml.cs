using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What a preview link leads to that was guessed, has expired, or names what is no longer there.</summary>
[AllowAnonymous]
public sealed class PreviewGoneModel : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status404NotFound;
}
