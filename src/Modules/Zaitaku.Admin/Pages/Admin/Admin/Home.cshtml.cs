using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>The workplace's first page: what waits for the one who has signed in.</summary>
[Authorize(Policy = "AccessAdminPanel")]
public sealed class HomeModel(IEnumerable<AdminTasks> sources, ContentList list, SiteDocuments documents) : PageModel
{
    private const int MostRecent = 8;

    public List<AdminTask> Tasks { get; } = [];

    public List<ListedItem> Recent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        foreach (var source in sources.OrderBy(s => s.Order)) Tasks.AddRange(await source.ForAsync(User, cancel));
        if (!User.May(CmsPermissions.EditContent)) return;
        var types = (await documents.GetAsync<ContentDefinitions>(cancel)).Listable().Select(type => type.Name).ToList();
        Recent = await list.ItemsAsync(ContentFilter.Of("", types), types, 0, MostRecent, cancel);
    }
}
