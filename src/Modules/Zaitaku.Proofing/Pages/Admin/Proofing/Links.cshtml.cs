using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Cms.Content;
using Zaitaku.Proofing.Links.External;

namespace Zaitaku.Proofing.Pages.Admin.Proofing;

/// <summary>Links to other sites that lead nowhere, and those of which nobody wants to hear.</summary>
[Authorize(Policy = "EditContent")]
public sealed class LinksModel(BrokenLinks links, IgnoredLinks ignored, LinkSettings settings) : PageModel
{
    public List<BrokenLink> Broken { get; private set; } = [];

    public IReadOnlyList<IgnoredLink> Ignored { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public DateTime? Last { get; private set; }

    public int Nights => settings.NightsUntilBroken;

    [BindProperty(Name = "Url")]
    public string? Typed { get; set; }

    [BindProperty]
    public bool Prefix { get; set; }

    [BindProperty]
    public string? Memo { get; set; }

    /// <param name="url">An address to fill in: that beside which somebody pressed.</param>
    public async Task OnGetAsync(string? url, CancellationToken cancel)
    {
        Typed = url;
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(long? heed, CancellationToken cancel)
    {
        if (heed is { } id) return await ignored.RemoveAsync(id, cancel) ? Back(ProofingText.Heeded) : NotFound();
        Problems = await ignored.AddAsync(Typed, Prefix, Memo, cancel);
        if (Problems.Count == 0) return Back(ProofingText.Ignored);
        foreach (var problem in Problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(cancel);
        return Page();
    }

    public string? ProblemAt(string name) => Problems.FirstOrDefault(problem => problem.Path == name)?.Message;

    private RedirectResult Back(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect("/admin/checks/links");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Broken = await links.ListAsync(cancel);
        Ignored = await ignored.AllAsync(cancel);
        Last = await links.LastAsync(cancel);
    }
}
