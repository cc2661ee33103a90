using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Ownership;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Every mail that the site sends.</summary>
[Authorize(Policy = "ManageSettings")]
public sealed class MailTextsModel(MailTextDesk desk) : PageModel
{
    public IReadOnlyList<WordedMail> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Mails = await desk.AllAsync(cancel);
}
