using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Mails;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Which mails went out, and which did not.</summary>
[Authorize(Policy = "ManageSettings"), RecentProof]
public sealed class MailsModel(MailList mails, MailSettings settings) : PageModel
{
    [TempData]
    public string? Notice { get; set; }

    public string? Problem { get; private set; }
    public bool UnsentOnly { get; private set; }
    public bool Sends => settings.Sends;
    public int KeepDays => settings.KeepDays;
    public IReadOnlyList<MailLine> Lines { get; private set; } = [];
    public PageOfList Paging { get; private set; } = null!;

    public async Task OnGetAsync(bool? unsent, int? page, CancellationToken cancel)
    {
        UnsentOnly = unsent == true;
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await mails.CountAsync(UnsentOnly, cancel), UnsentOnly ? "/admin/mails?unsent=true" : "/admin/mails");
        Lines = await mails.LinesAsync(UnsentOnly, Paging.Skip, Paging.Size, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] long? id, CancellationToken cancel)
    {
        if (id is { } mail && await mails.RetryAsync(mail, cancel))
        {
            Notice = AdminText.MailRetried;
            return RedirectToPage();
        }

        await OnGetAsync(unsent: null, page: null, cancel);
        Problem = AdminText.MailNotRetried;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
