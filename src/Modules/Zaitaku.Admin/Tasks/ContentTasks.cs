using System.Security.Claims;
using Zaitaku.Admin.Freshness;
using Zaitaku.Admin.Listing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Admin.Tasks;

/// <summary>What waits for editors in the content itself.</summary>
public sealed class ContentTasks(ContentList list, SiteDocuments documents, FreshnessSettings freshness) : AdminTasks
{
    private (string Status, string Label)[] Lines =>
        [("Draft", AdminText.Drafts), ("Scheduled", AdminText.Planned), ("EndingSoon", AdminText.EndingSoon(freshness.EndingSoonDays)), ("Stale", AdminText.Stale)];

    public override int Order => 10;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (!user.May(CmsPermissions.EditContent)) return [];
        var types = (await documents.GetAsync<ContentDefinitions>(cancel)).Listable().Select(type => type.Name).ToList();
        var tasks = new List<AdminTask>();
        foreach (var (status, label) in Lines)
        {
            var filter = ContentFilter.Of($"status:{status}", types);
            tasks.Add(new(label, await list.CountAsync(filter, types, cancel), $"/admin/content?q=status:{status}"));
        }

        return tasks;
    }
}
