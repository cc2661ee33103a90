using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Preview;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>A version in the public theme, at the width of a desk and of a phone, and a link for those who cannot sign in.</summary>
[Authorize(Policy = "EditContent")]
public sealed class PreviewModel(ContentDesk desk, PreviewPasses passes, SiteAddress address, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan ShareLasts = TimeSpan.FromDays(7);
    private static readonly TimeSpan FrameLasts = TimeSpan.FromHours(1);

    public ContentItem Version { get; private set; } = null!;

    public string? At { get; private set; }

    public string FramePath { get; private set; } = "";

    public string ShareLink { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, string? version, string? at, CancellationToken cancel)
    {
        var found = version is null ? await desk.LatestAsync(id, cancel) : await desk.VersionAsync(id, version, cancel);
        if (found is null) return NotFound();
        (Version, At) = (found, at);
        var pass = new PreviewPass(id, found.ContentItemVersionId, found.Audience, Moments.FromLocal(at));
        FramePath = "/preview/" + passes.Write(pass, clock.GetUtcNow() + FrameLasts);
        ShareLink = await address.OfAsync("preview/" + passes.Write(pass, clock.GetUtcNow() + ShareLasts), cancel);
        Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Default + "; frame-src 'self'";
        return Page();
    }
}
