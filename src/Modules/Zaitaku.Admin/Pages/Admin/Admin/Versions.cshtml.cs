using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The versions of an item, what differs between two of them, and the way back to one.</summary>
[Authorize(Policy = "EditContent")]
public sealed class VersionsModel(ContentDesk desk, Differences differences) : EditorPage
{
    public ContentItem Item { get; private set; } = null!;

    public IReadOnlyList<ContentItem> Versions { get; private set; } = [];

    public ContentItem? A { get; private set; }

    public ContentItem? B { get; private set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? a, string? b, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return NotFound();
        (Item, Versions) = (item, await desk.VersionsAsync(id, cancel));
        A = Versions.FirstOrDefault(v => v.ContentItemVersionId == a) ?? (Versions.Count > 1 ? Versions[1] : null);
        B = Versions.FirstOrDefault(v => v.ContentItemVersionId == b) ?? Versions[0];
        if (A is not null) Differences = await differences.BetweenAsync(A, B, cancel);
        return Page();
    }

    /// <summary>What an earlier version says becomes a new draft; what readers see stays.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string? version, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } latest || version is null || await desk.VersionAsync(id, version, cancel) is not { } earlier) return NotFound();
        (latest.Data, latest.DisplayText) = (earlier.Data, earlier.DisplayText);
        // A plan was made for its day: what comes back waits until somebody plans or publishes it.
        latest.Data.Remove(nameof(PublishLaterPart));
        Problems = await desk.SaveAsync(latest, publish: false, cancel);
        if (Problems.Count == 0) return Back($"/admin/content/{id}", AdminText.VersionRestored);
        Refuse(Problems);
        return await OnGetAsync(id, version, null, cancel);
    }
}
