using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members.Pages.Admin.Members;

/// <summary>Which role may do what.</summary>
[Authorize(Policy = "ManageRoles"), RecentProof]
public sealed class RoleTableModel(RoleTable table, RolePermissions permissions) : PageModel
{
    [TempData]
    public string? Notice { get; set; }

    public RoleGrid Grid { get; private set; } = null!;

    public IReadOnlyList<Permission> Permissions => permissions.All;

    public async Task OnGetAsync(CancellationToken cancel) => Grid = await table.ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "grant")] List<string> grants, [FromForm] string? version, CancellationToken cancel)
    {
        Grid = await table.ReadAsync(cancel);
        if (await table.WriteAsync(User, Granted(grants), version, cancel) is { } problem)
        {
            var again = this.Again("", problem);
            if (problem == MembersText.RolesChangedMeanwhile) Response.StatusCode = StatusCodes.Status409Conflict;
            return again;
        }

        Notice = MembersText.RolesSaved;
        return RedirectToPage();
    }

    /// <summary>What was ticked, and what stands fixed in the table because whoever looks may not change it.</summary>
    private Dictionary<string, HashSet<string>> Granted(List<string> grants)
    {
        var granted = grants.Select(grant => grant.Split('/', 2)).Where(parts => parts.Length == 2).GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => group.Select(parts => parts[1]).ToHashSet());
        foreach (var role in Grid.Columns.Where(column => !column.Fixed))
        {
            var names = granted.TryGetValue(role.Name, out var ticked) ? ticked : granted[role.Name] = [];
            names.UnionWith(Permissions.Where(p => !User.May(p) && role.Permissions.Contains(p.Name)).Select(p => p.Name));
        }

        return granted;
    }
}
