using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The form of an item that is not there yet.</summary>
[Authorize(Policy = "EditContent")]
public sealed class NewModel(EditDesk edits, ContentDesk desk, Autosaves autosaves, SiteDocuments documents, ProofDesk proofs, ApprovalRule rule, BookMove lists) : EditorPage
{
    public EditorView? View { get; private set; }

    public string TypeName { get; private set; } = "";

    /// <summary>The lists it may stand in: asked first, so that nothing is written that no reader will come to.</summary>
    public IReadOnlyList<ContentItem> Lists { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string type, [FromQuery(Name = "in")] string? list, string? from, bool alone, CancellationToken cancel)
    {
        if (await BeginAsync(type, list, cancel) is not { } item) return NotFound();
        if (list is null && !alone && (await lists.TargetsAsync(item, cancel)) is { Count: > 0 } held)
        {
            (TypeName, Lists) = ((await documents.GetAsync<ContentDefinitions>(cancel)).NameOf(type), held);
            return Page();
        }

        var kept = await autosaves.FindAsync(KeyOf(type, list), cancel);
        if (kept is null || from != "autosave") return await ShowAsync(item, list, null, [], kept, cancel);
        var form = Autosaves.FormOf(kept);
        var taken = await edits.TakeAsync(item, form, cancel);
        return await ShowAsync(taken.Item, list, form, taken.Problems, null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string type, [FromQuery(Name = "in")] string? list, string? act, CancellationToken cancel)
    {
        if (await BeginAsync(type, list, cancel) is not { } item) return NotFound();
        if (!MayDo(act)) return Forbid();
        var form = Posted();
        // The form brings the id its item shall have: posted twice, it makes one item.
        var reserved = form.Value("base") is { } wanted && ContentId.IsOne(wanted) ? wanted : "";
        if (reserved.Length > 0 && await desk.IsTakenAsync(reserved, cancel)) return Back($"/admin/content/{reserved}", AdminText.SavedAlready);
        KeepSchedule(form, await rule.OfAsync(type, cancel));
        if (act == "drop") await autosaves.DropAsync(KeyOf(type, list), cancel);
        if (act == "drop") return Back(Request.Path + Request.QueryString, AdminText.AutosaveDropped);
        FormAct.Of(act)?.ApplyTo(form);
        var taken = await edits.TakeAsync(item, form, cancel);
        if (FormAct.Of(act) is not null) return await ShowAsync(taken.Item, list, form, [], null, cancel);
        if (act is "check" or "mend") return await CheckAsync(type, list, form, act == "mend", cancel);
        if (act is not ("save" or "publish" or "publish-over" or "preview" or "ask")) return BadRequest();
        var publish = act is "publish" or "publish-over";
        taken.Item.ContentItemId = reserved;
        var problems = taken.Problems.Count > 0 ? taken.Problems : await desk.SaveAsync(taken.Item, publish, cancel, overErrors: act == "publish-over");
        if (problems.Count == 0)
        {
            await autosaves.DropAsync(KeyOf(type, list), cancel);
            return Back($"/admin/content/{item.ContentItemId}" + (act switch { "preview" => "/preview", "ask" => "/approval", _ => "" }), publish ? AdminText.Published : AdminText.Saved);
        }

        // What the refused save began is nobody's id.
        (item.ContentItemId, item.ContentItemVersionId) = ("", "");
        Refuse(problems);
        return await ShowAsync(item, list, form, problems, null, cancel, publish ? await proofs.ReadAsync(item, cancel) : null);
    }

    private async Task<IActionResult> CheckAsync(string type, string? list, PostedForm form, bool mend, CancellationToken cancel)
    {
        int? mended = mend ? await proofs.MendAsync(form, async () => (await TakenAsync(type, list, form, cancel)).Item, cancel) : null;
        var taken = await TakenAsync(type, list, form, cancel);
        return await ShowAsync(taken.Item, list, form, taken.Problems, null, cancel, await proofs.ReadAsync(taken.Item, cancel) with { Mended = mended });
    }

    private async Task<SaveOutcome> TakenAsync(string type, string? list, PostedForm form, CancellationToken cancel) =>
        await edits.TakeAsync((await BeginAsync(type, list, cancel))!, form, cancel);

    private static string KeyOf(string type, string? list) => list is null ? $"new-{type}"[..Math.Min(64, type.Length + 4)] : $"new-{list}";

    private async Task<ContentItem?> BeginAsync(string type, string? list, CancellationToken cancel)
    {
        var definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        if (!definitions.Creatable().Any(t => t.Name == type)) return null;
        if (list is not null && !(await lists.TargetsAsync(new ContentItem { ContentType = type }, cancel)).Exists(target => target.ContentItemId == list)) return null;
        return await desk.BeginAsync(type, list, cancel);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, string? list, PostedForm? form, IReadOnlyList<ContentProblem> problems, Autosave? kept, CancellationToken cancel, ProofView? proof = null)
    {
        var context = await edits.ContextAsync(form, problems, cancel);
        var approval = await rule.OfAsync(item.ContentType, cancel);
        var container = list is null ? null : await desk.LatestAsync(list, cancel);
        var reserved = form?.Value("base") is { } begun && ContentId.IsOne(begun) ? begun : ContentId.New();
        TypeName = context.Definitions.NameOf(item.ContentType);
        View = new EditorView(item, context, TypeName, KeyOf(item.ContentType, list), reserved)
        {
            Kept = kept,
            Proof = proof is null ? null : proof with { NeedsApproval = approval.Demanded },
            Approval = approval,
            Container = container is null ? null : (container.ContentItemId, container.DisplayText ?? ""),
            Query = list is null ? "" : $"&in={list}",
        };
        return Page();
    }
}
