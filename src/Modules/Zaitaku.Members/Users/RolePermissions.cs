using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Members.Users;

/// <summary>What the site's roles allow, as the document of roles has it at this moment.</summary>
public sealed class RolePermissions(SiteDocuments documents, IEnumerable<Permission> known)
{
    private readonly List<Permission> all = [.. known.DistinctBy(p => p.Name)];

    /// <summary>Every permission there is, in the order they were registered.</summary>
    public IReadOnlyList<Permission> All => all;

    /// <summary>Administrators may do everything, whatever the document says.</summary>
    public async Task<IReadOnlyList<Permission>> OfAsync(IReadOnlyCollection<string> roles, CancellationToken cancel = default)
    {
        if (roles.Contains(RoleNames.Administrator)) return all;
        var document = await documents.GetAsync<Roles>(cancel);
        var names = roles.SelectMany(role => document.Find(role)?.Permissions ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.FindAll(permission => names.Contains(permission.Name));
    }
}
