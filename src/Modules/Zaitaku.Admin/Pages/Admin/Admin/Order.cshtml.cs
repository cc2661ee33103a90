using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Rendering;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The order of what a list contains.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class OrderModel(ContentDesk desk, ChapterOrder order, PickerChoices choices) : EditorPage
{
    public ContentItem List { get; private set; } = null!;

    /// <summary>Each item with its other editions.</summary>
    public IReadOnlyList<(ContainedChoice Item, IReadOnlyList<ContainedChoice> Editions)> Children { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } list) return NotFound();
        List = list;
        var known = (await choices.ContainedAsync(id)).ToDictionary(child => child.Id);
        Children = [.. (await order.ItemsAsync(id, cancel)).Where(item => known.ContainsKey(item.Id))
            .Select(item => (known[item.Id], (IReadOnlyList<ContainedChoice>)[.. item.Editions.Where(known.ContainsKey).Select(edition => known[edition])]))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? up, string? down, CancellationToken cancel)
    {
        var moved = (up ?? down) is { } item && await order.MoveAsync(id, item, up is null ? 1 : -1, cancel);
        if (moved) return Back($"/admin/content/{id}/order#c-{up ?? down}", AdminText.Reordered);
        Problems = [new("", AdminText.CannotMove)];
        Refuse(Problems);
        return await OnGetAsync(id, cancel);
    }
}
