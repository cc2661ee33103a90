using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Zaitaku.Cms.Web;

namespace Zaitaku.Cms.Media;

/// <summary>Hands out files at <c>/media/{path}</c>, to whom they are for. Pictures show in pages; everything else is downloaded.</summary>
internal static class MediaFiles
{
    private static readonly string[] Shown = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "audio/mpeg", "video/mp4", "text/vtt"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapRead("/media/{**path}", GetAsync);

    private static async Task<IResult> GetAsync(string path, HttpContext context, MediaStore store, CancellationToken cancel)
    {
        if (await store.FindAsync(path, cancel) is not { } file) return TypedResults.NotFound();
        var headers = context.Response.Headers;
        // Were a file ever taken for a page, it could do nothing.
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers.CacheControl = file.Audience == Access.Audience.Public ? "public, max-age=3600" : "private, no-store";
        var name = Shown.Contains(file.ContentType) ? null : path[(path.LastIndexOf('/') + 1)..];
        return TypedResults.Stream(store.Open(file), file.ContentType, name, file.ModifiedUtc, new EntityTagHeaderValue($"\"{file.Sha256[..24]}\""), enableRangeProcessing: true);
    }
}
