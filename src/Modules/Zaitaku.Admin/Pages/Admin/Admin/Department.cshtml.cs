using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Contacts;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>One department: its contact in a form, published at once, and the way to join it to another.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class DepartmentModel(DepartmentDesk departments, ContentDesk desk, EditDesk edits, TrashCan trash) : EditorPage
{
    public ContentItem Item { get; private set; } = null!;

    public EditContext Context { get; private set; } = null!;

    public string BaseVersionId { get; private set; } = "";

    public DepartmentJoining Joining { get; private set; } = null!;

    /// <summary>Those that may take over: published, and not this one.</summary>
    public IReadOnlyList<ContentItem> Others { get; private set; } = [];

    public string? SuccessorId { get; private set; }

    public ContentItem? Successor => Others.FirstOrDefault(other => other.ContentItemId == SuccessorId);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } item ? await ShowAsync(item, item.ContentItemVersionId, null, [], cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] string id, string? act, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } item) return NotFound();
        var form = Posted();
        SuccessorId = form.Value("successor");
        return act switch
        {
            "publish" => await SaveAsync(item, form, cancel),
            "rehearse" => await RehearseAsync(item, cancel),
            "join" or "trash" when !User.May(CmsPermissions.DeleteContent) => Forbid(),
            "join" => await JoinAsync(item, form.Value("seen"), cancel),
            "trash" => await TrashAsync(item, cancel),
            _ => BadRequest(),
        };
    }

    private async Task<ContentItem?> FindAsync(string id, CancellationToken cancel) =>
        await desk.LatestAsync(id, cancel) is { ContentType: Departments.ContentType } item ? item : null;

    private async Task<IActionResult> SaveAsync(ContentItem item, PostedForm form, CancellationToken cancel)
    {
        var outcome = await edits.SaveAsync(item, form.Value("base") ?? "", form, publish: true, cancel);
        if (outcome.Theirs is { } theirs) return await ConflictAsync(theirs, outcome.Item, form, cancel);
        if (outcome.Problems.Count == 0) return Back($"/admin/departments/{item.ContentItemId}", DepartmentText.Saved);
        Refuse(outcome.Problems);
        return await ShowAsync(item, form.Value("base") ?? "", form, outcome.Problems, cancel);
    }

    /// <summary>What was typed stays in the form; beside it stands what someone else has saved.</summary>
    private async Task<IActionResult> ConflictAsync(ContentItem theirs, ContentItem mine, PostedForm form, CancellationToken cancel)
    {
        var context = await edits.ContextAsync(null, [], cancel);
        var problems = ItemTexts.Of(context, theirs).Zip(ItemTexts.Of(context, mine)).Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new ContentProblem(pair.First.Name, AdminText.TheirsNow(pair.First.Text))).Prepend(new("", AdminText.ChangedMeanwhile)).ToList();
        Refuse(problems);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(theirs, theirs.ContentItemVersionId, form, problems, cancel);
    }

    private async Task<IActionResult> RehearseAsync(ContentItem item, CancellationToken cancel)
    {
        await ShowAsync(item, item.ContentItemVersionId, null, [], cancel);
        return Successor is not null ? Page() : await RefuseAsync(item, [new("successor", DepartmentText.SuccessorMissing)], cancel);
    }

    private async Task<IActionResult> JoinAsync(ContentItem item, string? seen, CancellationToken cancel)
    {
        var problems = await departments.JoinAsync(item.ContentItemId, SuccessorId ?? "", seen, cancel);
        return problems.Count == 0 ? Back("/admin/departments", DepartmentText.AllJoined) : await RefuseAsync(item, problems, cancel);
    }

    private async Task<IActionResult> TrashAsync(ContentItem item, CancellationToken cancel)
    {
        var joining = await departments.RehearseAsync(item.ContentItemId, cancel);
        var why = joining.Uses.Count > 0 || joining.IsSitesOwn ? DepartmentText.SuccessorMissing : await trash.PutAsync(item.ContentItemId, cancel);
        return why is null ? Back("/admin/departments", AdminText.Trashed) : await RefuseAsync(item, [new("successor", why)], cancel);
    }

    private async Task<IActionResult> RefuseAsync(ContentItem item, IReadOnlyList<ContentProblem> problems, CancellationToken cancel)
    {
        Refuse(problems);
        if (problems.Any(problem => problem.Message == DepartmentText.JoiningChanged)) Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(item, item.ContentItemVersionId, null, problems, cancel);
    }

    private async Task<IActionResult> ShowAsync(ContentItem item, string baseVersionId, PostedForm? form, IReadOnlyList<ContentProblem> problems, CancellationToken cancel)
    {
        (Item, BaseVersionId, Context) = (item, baseVersionId, await edits.ContextAsync(form, problems, cancel));
        Joining = await departments.RehearseAsync(item.ContentItemId, cancel);
        Others = [.. (await departments.AllAsync(cancel)).Where(line => line.IsLive && line.Item.ContentItemId != item.ContentItemId).Select(line => line.Item)];
        return Page();
    }
}
