using System.Security.Claims;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Members.Users;

/// <summary>The site's roles as somebody may hand them out.</summary>
public sealed class RoleChoice(SiteDocuments documents, RolePermissions permissions)
{
    private static readonly string[] Five = [RoleNames.Administrator, RoleNames.Editor, RoleNames.Coordinator, RoleNames.Professional, RoleNames.FacilityManager];

    /// <summary>Every role there is: the five, then those of the site's own.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancel = default)
    {
        var document = await documents.GetAsync<Roles>(cancel);
        return [.. Five.Concat(document.Items.Select(role => role.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Nobody gives, or takes from others, what they do not have themselves.</summary>
    public async Task<bool> MayHandleAsync(ClaimsPrincipal by, IReadOnlyCollection<string> roles, CancellationToken cancel = default)
    {
        if (roles.Contains(RoleNames.Administrator) && !by.IsInRole(RoleNames.Administrator)) return false;
        return (await permissions.OfAsync(roles, cancel)).All(by.May);
    }
}
