using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Listing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What the checks say of the whole site.</summary>
[Authorize(Policy = "EditContent")]
public sealed class ChecksModel(SiteProof proofs, SiteDocuments documents) : PageModel
{
    public IReadOnlyList<ProofResult> Results { get; private set; } = [];

    public DateTime? Oldest { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Results = await proofs.WantingAsync(cancel);
        Oldest = await proofs.OldestAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var types = (await documents.GetAsync<ContentDefinitions>(cancel)).Listable().Select(type => type.Name).ToList();
        TempData["Notice"] = AdminText.Checked(await proofs.CheckAllAsync(types, cancel));
        return Redirect("/admin/checks");
    }
}
