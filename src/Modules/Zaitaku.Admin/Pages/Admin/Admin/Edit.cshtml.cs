using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The editor of an item: its form, made from the definition of its type, and what can be done with it.</summary>
[Authorize(Policy = "EditContent")]
public sealed class EditModel(EditDesk edits, ContentDesk desk, TrashCan trash, Autosaves autosaves, Presence presence, MergeDesk merges) : EditorPage
{
    public ContentItem Item { get; private set; } = null!;

    public EditorView View { get; private set; } = null!;

    /// <summary>Shown in the form's place when someone else has saved first.</summary>
    public MergeView? Merge { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? from, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return NotFound();
        var kept = await autosaves.FindAsync(id, cancel);
        if (kept is null || from != "autosave") return await ShowAsync(item, item.ContentItemVersionId, null, [], kept, cancel);
        var form = Autosaves.FormOf(kept);
        var begun = await desk.VersionAsync(id, kept.BaseVersionId, cancel) ?? item;
        var taken = await edits.TakeAsync(begun, form, cancel);
        return await ShowAsync(taken.Item, begun.ContentItemVersionId, form, taken.Problems, null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string id, string? act, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } item) return NotFound();
        if (!MayDo(act)) return Forbid();
        var form = Posted();
        if (FormAct.Of(act) is { } inside) return await RedrawAsync(item, form, inside, cancel);
        return act switch
        {
            "save" or "preview" => await SaveAsync(item, form, publish: false, act, cancel),
            "publish" => await SaveAsync(item, form, publish: true, act, cancel),
            "merge" => await MergeAsync(item, form, cancel),
            "unpublish" => await desk.UnpublishAsync(id, cancel) ? Back($"/admin/content/{id}", AdminText.Unpublished) : Back($"/admin/content/{id}", AdminText.NotPublic),
            "trash" => await TrashAsync(item, cancel),
            "drop" => await DropAsync(id, cancel),
            _ => BadRequest(),
        };
    }

    private async Task<IActionResult> SaveAsync(ContentItem item, PostedForm form, bool publish, string act, CancellationToken cancel)
    {
        var begun = form.Value("base") ?? "";
        KeepSchedule(form);
        var outcome = await edits.SaveAsync(item, begun, form, publish, cancel);
        if (outcome.Theirs is { } theirs) return await ShowMergeAsync(theirs, outcome.Item, begun, form, cancel);
        if (outcome.Problems.Count > 0) return await RefuseAsync(outcome, begun, form, cancel);
        await presence.GoneAsync(item.ContentItemId, cancel);
        if (act == "preview") return Back($"/admin/content/{item.ContentItemId}/preview", AdminText.Saved);
        return Back($"/admin/content/{item.ContentItemId}", publish ? AdminText.Published : outcome.Item.Get<PublishLaterPart>()?.ScheduledPublishUtc is null ? AdminText.Saved : AdminText.Scheduled);
    }

    /// <summary>The form of the merge page: what the editor chose of both, saved over what the other had saved.</summary>
    private async Task<IActionResult> MergeAsync(ContentItem item, PostedForm form, CancellationToken cancel)
    {
        var chosen = MergeForm.Chosen(form);
        var publish = form.Value("wanted") == "publish";
        if (publish && !User.May(CmsPermissions.PublishContent)) return Forbid();
        return await SaveAsync(item, chosen, publish, publish ? "publish" : "save", cancel);
    }

    private async Task<IActionResult> ShowMergeAsync(ContentItem theirs, ContentItem mine, string baseVersionId, PostedForm form, CancellationToken cancel)
    {
        var begun = await desk.VersionAsync(theirs.ContentItemId, baseVersionId, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        Item = theirs;
        Merge = await merges.ViewAsync(theirs, mine, begun, form, cancel);
        return Page();
    }

    private async Task<IActionResult> RedrawAsync(ContentItem item, PostedForm form, FormAct act, CancellationToken cancel)
    {
        act.ApplyTo(form);
        var begun = form.Value("base") ?? "";
        var from = await desk.VersionAsync(item.ContentItemId, begun, cancel) ?? item;
        var taken = await edits.TakeAsync(from, form, cancel);
        return await ShowAsync(taken.Item, begun, form, [], null, cancel);
    }

    private async Task<IActionResult> RefuseAsync(SaveOutcome outcome, string begun, PostedForm form, CancellationToken cancel)
    {
        Refuse(outcome.Problems);
        return await ShowAsync(outcome.Item, begun, form, outcome.Problems, null, cancel);
    }

    private async Task<IActionResult> TrashAsync(ContentItem item, CancellationToken cancel)
    {
        if (await trash.PutAsync(item.ContentItemId, cancel) is not { } why) return Back("/admin/content", AdminText.Trashed);
        Refuse([new("", why)]);
        return await ShowAsync(item, item.ContentItemVersionId, null, [new("", why)], null, cancel);
    }

    private async Task<IActionResult> DropAsync(string id, CancellationToken cancel)
    {
        await autosaves.DropAsync(id, cancel);
        return Back($"/admin/content/{id}", AdminText.AutosaveDropped);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, string begun, PostedForm? form, IReadOnlyList<ContentProblem> problems, Autosave? kept, CancellationToken cancel)
    {
        Item = item;
        var container = item.Get<ContainedPart>()?.ListContentItemId is { Length: > 0 } listId ? await desk.LatestAsync(listId, cancel) : null;
        var context = await edits.ContextAsync(form, problems, cancel);
        View = new EditorView(item, context, Listing.TypesOf.NameOf(context.Definitions, item.ContentType), item.ContentItemId, begun)
        {
            IsLive = await desk.IsLiveAsync(item.ContentItemId, cancel),
            Others = await presence.HereAsync(item.ContentItemId, cancel),
            Kept = kept,
            Container = container is null ? null : (container.ContentItemId, container.DisplayText ?? ""),
        };
        return Page();
    }
}
