using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Media;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The site's files: what there is, what uses each, and the way in and out.</summary>
[Authorize(Policy = "ManageMediaContent")]
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class MediaModel(MediaShelf shelf) : EditorPage
{
    private const long MaxFile = 100L * 1024 * 1024;

    /// <summary>A file and the form around it.</summary>
    private const long MaxRequest = MaxFile + 1024 * 1024;

    public string? Words { get; private set; }

    public string? Folder { get; private set; }

    public Audience Audience { get; private set; }

    public IReadOnlyList<ShelvedFile> Files { get; private set; } = [];

    public PageOfList Paging { get; private set; } = null!;

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? q, int? page, CancellationToken cancel)
    {
        Words = q;
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await shelf.CountAsync(q, cancel), "/admin/media" + QueryString.Create("q", q ?? ""));
        Files = await shelf.FilesAsync(q, Paging.Skip, Paging.Size, cancel);
        return Page();
    }

    /// <summary>The addresses of the images, for the editor's dialog.</summary>
    public async Task<IActionResult> OnGetImagesAsync(CancellationToken cancel) => new JsonResult((await shelf.ImagesAsync(cancel)).Select(path => "/media/" + path));

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? folder, Audience audience, bool replace, string? remove, CancellationToken cancel)
    {
        if (remove is not null) return await RemoveAsync(remove, cancel);
        (Folder, Audience) = (folder, audience);
        if (file is null) return await RefuseAsync(AdminText.MediaChoose, cancel);
        if (file.Length > MaxFile) return await RefuseAsync(AdminText.MediaTooLarge, cancel, StatusCodes.Status413PayloadTooLarge);
        await using var bytes = file.OpenReadStream();
        var path = string.Join('/', new[] { folder?.Trim().Trim('/') ?? "", file.FileName }.Where(piece => piece.Length > 0));
        return await shelf.TakeAsync(path, bytes, replace, audience, User.May(CmsPermissions.PublishContent), cancel) is { } why ? await RefuseAsync(why, cancel) : Back("/admin/media", AdminText.MediaStored);
    }

    private async Task<IActionResult> RemoveAsync(string path, CancellationToken cancel) => await shelf.RemoveAsync(path, cancel) switch
    {
        null => Back("/admin/media", AdminText.MediaRemoved),
        AdminText.NotThere => NotFound(),
        var why => await RefuseAsync(why, cancel),
    };

    private async Task<IActionResult> RefuseAsync(string why, CancellationToken cancel, int status = StatusCodes.Status400BadRequest)
    {
        Problems = [new("file", why)];
        Refuse(Problems);
        Response.StatusCode = status;
        return await OnGetAsync(null, null, cancel);
    }
}
