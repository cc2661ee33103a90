using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What was thrown away, with the way back and, for those who may, the way out.</summary>
[Authorize(Policy = "DeleteContent")]
public sealed class TrashModel(TrashCan can, SiteDb db, SiteDocuments documents) : EditorPage
{
    private ContentDefinitions definitions = new();

    public IReadOnlyList<TrashedItem> Items { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    /// <summary>To destroy what cannot be brought back is a permission of its own.</summary>
    public bool MayPurge => User.May(CmsPermissions.PurgeContent);

    public string NameOf(string type) => definitions.NameOf(type);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        Items = await db.Set<TrashedItem>().AsNoTracking().OrderByDescending(item => item.TrashedUtc).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? restore, string? purge, CancellationToken cancel)
    {
        if (purge is not null && !MayPurge) return Forbid();
        if (purge is not null) return await PurgeAsync(purge, cancel);
        if (restore is null) return BadRequest();
        Problems = await can.RestoreAsync(restore, cancel);
        if (Problems.Any(problem => problem.Message == AdminText.NotThere)) return NotFound();
        return Problems.Count == 0 ? Back($"/admin/content/{restore}", AdminText.Restored) : await RefuseAsync(cancel);
    }

    private async Task<IActionResult> PurgeAsync(string id, CancellationToken cancel)
    {
        if (await can.PurgeAsync(id, cancel) is not { } reason) return Back("/admin/trash", AdminText.Purged);
        if (reason == AdminText.NotThere) return NotFound();
        Problems = [new("", reason)];
        return await RefuseAsync(cancel);
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken cancel)
    {
        Refuse(Problems);
        await OnGetAsync(cancel);
        return Page();
    }
}
