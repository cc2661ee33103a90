using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Zaitaku.Cms.Web;

namespace Zaitaku.Theme;

/// <summary>
/// The pieces of the web font, at <c>/assets/fonts/{name}</c>. The name of a piece changes with what is in it, so a browser that has it never asks again.
/// One address for all of them: as static assets of their own they would be more than half of the site's static addresses.
/// </summary>
internal static class WebFont
{
    private static readonly PhysicalFileProvider Pieces = new(Path.Combine(AppContext.BaseDirectory, "fonts"));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapRead("/assets/fonts/{name}", Get);

    private static IResult Get(string name, HttpContext context)
    {
        if (Pieces.GetFileInfo(name) is not { Exists: true, PhysicalPath: { } path }) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.PhysicalFile(path, "font/woff2");
    }
}
