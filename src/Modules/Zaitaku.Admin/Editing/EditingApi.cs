using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Editing;

/// <summary>What the editor's script tells the site while someone types: that they are here, and what they have typed.</summary>
internal static class EditingApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapSend("/admin/content/{id}/autosave", KeepAsync).RequireAuthorization(CmsPermissions.EditContent.Name);
        routes.MapSend("/admin/content/{id}/presence", HereAsync).RequireAuthorization(CmsPermissions.EditContent.Name);
    }

    private static async Task<IResult> KeepAsync(string id, HttpContext context, IAntiforgery forgery, Autosaves autosaves, CancellationToken cancel)
    {
        if (!await IsOursAsync(forgery, context)) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(cancel);
        if (ZeroBytes.AreIn(form)) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var posted = new PostedForm(form.ToDictionary(value => value.Key, value => value.Value.OfType<string>().ToArray()));
        var kept = await autosaves.KeepAsync(id, posted.Value("base") ?? "", posted, cancel);
        return kept is null ? TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge) : TypedResults.Json(new { savedUtc = kept });
    }

    private static async Task<IResult> HereAsync(string id, HttpContext context, IAntiforgery forgery, Presence presence, ContentDesk desk, CancellationToken cancel)
    {
        if (!await IsOursAsync(forgery, context)) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (await desk.LatestAsync(id, cancel) is not { } item) return TypedResults.NotFound();
        var others = await presence.HereAsync(id, cancel);
        return TypedResults.Json(new { others, version = item.ContentItemVersionId, by = item.Author });
    }

    /// <summary>Whether the form carries its token. One that cannot even be read carries none.</summary>
    private static async Task<bool> IsOursAsync(IAntiforgery forgery, HttpContext context)
    {
        try
        {
            return await forgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
