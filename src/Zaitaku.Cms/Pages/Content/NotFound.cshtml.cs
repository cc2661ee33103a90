using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Cms.Pages.Content;

/// <summary>The end of every address that nothing has: where the item moved, if one did; otherwise the page that helps to find the way.</summary>
public sealed class NotFoundModel(SiteDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var path = (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? Request.Path.Value ?? "").Trim('/');
        var moved = path.Contains('\0') ? null : await
            (from redirect in db.Set<Redirect>()
             where redirect.Path == path
             join route in db.Set<AutoroutePartIndex>() on redirect.ContentItemId equals route.ContentItemId
             where route.Published
             select route.Path).FirstOrDefaultAsync(cancel);
        if (moved is not null) return LocalRedirectPermanent("/" + string.Join('/', moved.Split('/').Select(Uri.EscapeDataString)) + Request.QueryString);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
