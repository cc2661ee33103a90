using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Freshness;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Admin;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Which pages somebody has to look at, by the departments that answer for them; the oldest look first.</summary>
[Authorize(Policy = "EditContent")]
public sealed class FreshnessModel(FreshPages pages, ReviewDesk reviews, DepartmentNames departments, TimeProvider clock) : PageModel
{
    /// <summary>Stands for pages of no department, where an empty text would mean all.</summary>
    private const string None = "none";

    private Dictionary<string, string> names = [];

    /// <summary>As the address says it: an id, <c>none</c>, or nothing for all.</summary>
    public string? Department { get; private set; }

    public string? DepartmentId => Department == None ? "" : Department;

    /// <summary>The department with most overdue first.</summary>
    public IReadOnlyList<DepartmentCount> Counts { get; private set; } = [];

    public IReadOnlyList<FreshPage> Pages { get; private set; } = [];

    public PageOfList Paging { get; private set; } = null!;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public string NameOf(string? departmentId) => string.IsNullOrEmpty(departmentId) ? AdminText.NoDepartment : names.GetValueOrDefault(departmentId, AdminText.UnknownDepartment);

    public bool IsChosen(string? departmentId) => Department is not null && (DepartmentId ?? "") == (departmentId ?? "");

    public async Task OnGetAsync(string? department, int? page, CancellationToken cancel)
    {
        Department = string.IsNullOrEmpty(department) ? null : department;
        names = await departments.AllAsync(cancel);
        Counts = [.. (await pages.CountsAsync(cancel)).OrderByDescending(count => count.Overdue).ThenBy(count => NameOf(count.DepartmentId), StringComparer.Ordinal)];
        var listed = pages.Of(DepartmentId);
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await listed.CountAsync(cancel), AddressOf(Department));
        Pages = await listed.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? department, string? confirm, CancellationToken cancel)
    {
        if (confirm is null) return BadRequest();
        if (await reviews.ConfirmAsync(confirm, cancel) is not { } next) return NotFound();
        TempData["Notice"] = AdminText.Reviewed(next);
        return Redirect(AddressOf(department));
    }

    private static string AddressOf(string? department) => string.IsNullOrEmpty(department) ? "/admin/freshness" : "/admin/freshness?department=" + Uri.EscapeDataString(department);
}
