using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Takes an item out of one list and into another.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class MoveModel(ContentDesk desk, BookMove move) : EditorPage
{
    public ContentItem Item { get; private set; } = null!;

    public IReadOnlyList<ContentItem> Editions { get; private set; } = [];

    public IReadOnlyList<ContentItem> Targets { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item || item.Get<ContainedPart>()?.ListContentItemId is null) return NotFound();
        (Item, Editions, Targets) = (item, await move.EditionsAsync(item, cancel), await move.TargetsAsync(item, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, string? list, CancellationToken cancel)
    {
        var found = await OnGetAsync(id, cancel);
        if (found is NotFoundResult) return found;
        Problems = string.IsNullOrEmpty(list) ? [new("list", AdminText.MoveTargetMissing)] : await move.MoveAsync(id, list, cancel);
        if (Problems.Count == 0) return Back($"/admin/content/{id}", AdminText.MovedDone);
        Refuse(Problems);
        return found;
    }
}
