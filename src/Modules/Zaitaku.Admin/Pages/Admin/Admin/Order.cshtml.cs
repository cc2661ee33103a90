using System.Globalization;
using System.Text;
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

    /// <summary>The numbers as they were typed, by id: what could not be read comes back as it was.</summary>
    public Dictionary<string, string> Typed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } list) return NotFound();
        List = list;
        var known = (await choices.ContainedAsync(id)).ToDictionary(child => child.Id);
        Children = [.. (await order.ItemsAsync(id, cancel)).Where(item => known.ContainsKey(item.Id))
            .Select(item => (known[item.Id], (IReadOnlyList<ContainedChoice>)[.. item.Editions.Where(known.ContainsKey).Select(edition => known[edition])]))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? up, string? down, string? act, Dictionary<string, string> number, CancellationToken cancel)
    {
        if (act == "arrange") return await ArrangeAsync(id, number, cancel);
        var moved = (up ?? down) is { } item && await order.MoveAsync(id, item, up is null ? 1 : -1, cancel);
        if (moved) return Back($"/admin/content/{id}/order#c-{up ?? down}", AdminText.Reordered);
        Problems = [new("", AdminText.CannotMove)];
        Refuse(Problems);
        return await OnGetAsync(id, cancel);
    }

    private async Task<IActionResult> ArrangeAsync(string id, Dictionary<string, string> number, CancellationToken cancel)
    {
        var numbers = number.Select(line => (line.Key, At: NumberOf(line.Value))).Where(line => line.At is > 0).ToDictionary(line => line.Key, line => line.At!.Value);
        if (numbers.Count == number.Count && await order.ArrangeAsync(id, numbers, cancel)) return Back($"/admin/content/{id}/order", AdminText.Reordered);
        Typed = number;
        Problems = [.. number.Keys.Where(key => !numbers.ContainsKey(key)).Select(key => new ContentProblem($"n-{key}", AdminText.NotAnOrder))];
        Refuse(Problems);
        return await OnGetAsync(id, cancel);
    }

    /// <summary>Full-width figures are figures too.</summary>
    private static int? NumberOf(string? typed) =>
        int.TryParse(typed?.Trim().Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
