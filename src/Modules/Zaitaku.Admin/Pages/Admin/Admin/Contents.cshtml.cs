using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Listing;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>All content that the editor may see, narrowed and sorted as they ask, and acts on many at once.</summary>
[Authorize(Policy = "EditContent")]
public sealed class ContentsModel(ContentList list, SiteDocuments documents, DepartmentNames departments, BulkDesk bulk, SiteProof proofs) : PageModel
{
    private const int MaxAtOnce = 200;

    private ContentDefinitions definitions = null!;
    private Dictionary<string, string> departmentNames = [];

    public string Typed { get; private set; } = "";

    public ContentFilter Filter { get; private set; } = null!;

    public IReadOnlyList<ContentTypeDefinition> Listable { get; private set; } = [];

    public IEnumerable<ContentTypeDefinition> Creatable => definitions.Creatable();

    public IReadOnlyList<ListedItem> Items { get; private set; } = [];

    /// <summary>What the checks last said of the items shown, by id.</summary>
    public Dictionary<string, ProofResult> Proofs { get; private set; } = [];

    public PageOfList Paging { get; private set; } = null!;

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public string NameOf(string type) => definitions.NameOf(type);

    public IEnumerable<(string Id, string Name)> Departments => departmentNames.Select(known => (known.Key, known.Value)).OrderBy(known => known.Value, StringComparer.Ordinal);

    public string? DepartmentOf(ListedItem item) => item.DepartmentId is null ? null : departmentNames.GetValueOrDefault(item.DepartmentId);

    /// <summary>The boxes write the words: what was chosen becomes an address that says the same in the language of the search box.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, string? free, string? type, string? status, string? department, string? sort, int? page, CancellationToken cancel)
    {
        if (free is not null || type is not null || status is not null || department is not null || sort is not null) return Redirect(AddressOf(Written(free, type, status, department, sort)));
        await ShowAsync(q, page, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? q, string? verb, string[] ids, CancellationToken cancel)
    {
        if (BulkDesk.PermissionFor(verb) is not { } needed) return BadRequest();
        if (!User.May(needed)) return Forbid();
        var outcome = await bulk.DoAsync(verb!, [.. ids.Distinct().Take(MaxAtOnce)], cancel);
        if (outcome.Problems.Count == 0)
        {
            TempData["Notice"] = AdminText.Done(outcome.Done, 0);
            return Redirect(AddressOf(q ?? ""));
        }

        Problems = outcome.Problems;
        foreach (var problem in Problems) ModelState.AddModelError("", problem.Message);
        if (outcome.Done > 0) TempData["Notice"] = AdminText.Done(outcome.Done, Problems.Count);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(q, 1, cancel);
        return Page();
    }

    private static string AddressOf(string q) => q.Length == 0 ? "/admin/content" : "/admin/content?q=" + Uri.EscapeDataString(q);

    private static string Written(string? free, string? type, string? status, string? department, string? sort) => string.Join(' ', new[]
    {
        string.IsNullOrEmpty(type) ? "" : "type:" + type,
        string.IsNullOrEmpty(status) ? "" : "status:" + status,
        string.IsNullOrEmpty(department) ? "" : "department:" + department,
        string.IsNullOrEmpty(sort) || sort == ContentFilter.DefaultSort ? "" : "sort:" + sort,
        free ?? "",
    }.Where(word => word.Length > 0));

    private async Task ShowAsync(string? q, int? page, CancellationToken cancel)
    {
        definitions = await documents.GetAsync<ContentDefinitions>(cancel);
        Listable = [.. definitions.Listable()];
        var names = Listable.Select(type => type.Name).ToList();
        Typed = q ?? "";
        Filter = ContentFilter.Of(q, names);
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await list.CountAsync(Filter, names, cancel), AddressOf(Typed));
        Items = await list.ItemsAsync(Filter, names, Paging.Skip, Paging.Size, cancel);
        Proofs = await proofs.OfAsync([.. Items.Select(item => item.Id)], cancel);
        departmentNames = await departments.AllAsync(cancel);
    }
}
