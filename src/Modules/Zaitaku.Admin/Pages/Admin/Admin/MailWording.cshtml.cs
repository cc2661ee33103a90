using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Ownership;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>One mail's subject and body, with what it will look like.</summary>
[Authorize(Policy = "ManageSettings"), RecentProof]
public sealed class MailWordingModel(MailTextDesk desk) : EditorPage
{
    public WordedMail Worded { get; private set; } = null!;

    /// <summary>What someone else has saved meanwhile.</summary>
    public MailWording? Theirs { get; private set; }

    public MailWording Typed { get; private set; } = null!;

    public MailWording? Preview { get; private set; }

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancel)
    {
        if (await desk.FindAsync(name, cancel) is not { } worded) return NotFound();
        (Worded, Typed) = (worded, worded.Wording);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string name, string? act, CancellationToken cancel)
    {
        if (await desk.FindAsync(name, cancel) is not { } worded) return NotFound();
        var form = Posted();
        (Worded, Typed) = (worded, new((form.Value("Subject") ?? "").Trim(), form.Value("Body") ?? ""));
        if (act == "preview") return Show(MailPattern.Problems(worded.Mail, Typed));
        if (act is not ("save" or "default")) return BadRequest();
        var outcome = await desk.SaveAsync(worded.Mail, act == "default" ? null : Typed, form.Value("version"), cancel);
        if (outcome.Theirs is { } theirs) return Conflict(theirs);
        if (outcome.Problems.Count > 0) return Show(outcome.Problems);
        return Back($"/admin/mail-texts/{worded.Mail.Name}", act == "default" ? AdminText.MailTextBack : AdminText.MailTextSaved);
    }

    public FormControl Control(string field, string label) => new(field, label, field == "Subject" ? Typed.Subject : Typed.Body)
    {
        Required = true,
        Problem = Problems.FirstOrDefault(problem => problem.Path == field)?.Message,
    };

    private PageResult Show(IReadOnlyList<WordingProblem> problems)
    {
        Problems = [.. problems.Select(problem => new ContentProblem(problem.Field, problem.Message))];
        if (Problems.Count > 0) Refuse(Problems);
        else Preview = MailPattern.Sample(Worded.Mail, Typed);
        return Page();
    }

    private PageResult Conflict(WordedMail theirs)
    {
        (Worded, Theirs) = (theirs, theirs.Wording);
        Problems = [new("", AdminText.ChangedMeanwhile)];
        Refuse(Problems);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
