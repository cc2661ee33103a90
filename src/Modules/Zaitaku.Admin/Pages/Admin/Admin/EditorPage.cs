using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Approvals;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What pages with an editor's form share.</summary>
public abstract class EditorPage : PageModel
{
    private static readonly string[] ScheduleNames = ["PublishLaterPart.ScheduledPublishUtc", "ArchiveLaterPart.ScheduledArchiveUtc"];

    protected PostedForm Posted() => new(Request.Form.ToDictionary(value => value.Key, value => value.Value.OfType<string>().ToArray()));

    /// <summary>Whether the editor may do what the button asks for.</summary>
    protected bool MayDo(string? act) => act switch
    {
        "publish" or "unpublish" => User.May(CmsPermissions.PublishContent),
        "publish-over" or "unpublish-over" => User.May(CmsPermissions.PublishContent) && User.May(CmsPermissions.PublishOverErrors),
        "trash" => User.May(CmsPermissions.DeleteContent),
        _ => true,
    };

    /// <summary>
    /// Whoever may not publish may not plan it either: a form that says so all the same is not heard, and a plan that was made for an earlier text
    /// does not take theirs along. Where it has to be approved anyway, everybody may say when.
    /// </summary>
    protected void KeepSchedule(PostedForm form, ApprovalSettings approval)
    {
        if (User.May(CmsPermissions.PublishContent) || approval.Demanded) return;
        form.Put(ScheduleNames[0], "");
        form.Drop(ScheduleNames[1]);
    }

    protected void Refuse(IReadOnlyList<ContentProblem> problems)
    {
        foreach (var problem in problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    protected IActionResult Back(string path, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(path);
    }
}
