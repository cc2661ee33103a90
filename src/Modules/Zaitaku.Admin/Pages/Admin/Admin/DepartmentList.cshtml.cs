using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Contacts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Who answers for pages, how to reach them, and how many pages say so.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class DepartmentListModel(DepartmentDesk desk) : PageModel
{
    public IReadOnlyList<DepartmentLine> Departments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Departments = await desk.AllAsync(cancel);
}
