using System.Security.Claims;
using System.Text.Json;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Members.Sessions;

namespace Zaitaku.Members.Users;

/// <param name="Fixed">Whether it may not be changed: the administrators' role allows everything, always.</param>
public sealed record RoleColumn(string Name, bool Fixed, IReadOnlySet<string> Permissions);

/// <summary>Which role may do what, as a table.</summary>
/// <param name="Version">Of the document it was read from.</param>
public sealed record RoleGrid(IReadOnlyList<RoleColumn> Columns, string Version);

/// <summary>Reads and writes the document of roles.</summary>
public sealed class RoleTable(SiteDb db, RoleChoice choice, RolePermissions permissions, AuditTrail audit)
{
    public async Task<RoleGrid> ReadAsync(CancellationToken cancel = default)
    {
        var document = await SiteDocuments.LoadAsync<Roles>(db, cancel);
        var columns = (await choice.AllAsync(cancel)).Select(name => name == RoleNames.Administrator
            ? new RoleColumn(name, true, permissions.All.Select(p => p.Name).ToHashSet())
            : new RoleColumn(name, false, (document.Find(name)?.Permissions ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase)));
        return new([.. columns], VersionOf(document));
    }

    /// <param name="granted">Of each role, the names of what it shall allow.</param>
    /// <returns>Why not, in words; null when it was done.</returns>
    public Task<string?> WriteAsync(ClaimsPrincipal by, IReadOnlyDictionary<string, HashSet<string>> granted, string? version, CancellationToken cancel = default) =>
        db.WriteAsync(async () =>
        {
            var document = await SiteDocuments.LoadAsync<Roles>(db, cancel);
            if (VersionOf(document) != version) return MembersText.RolesChangedMeanwhile;
            if (granted.ContainsKey(RoleNames.Administrator)) return MembersText.AdministratorFixed;
            var known = await choice.AllAsync(cancel);
            if (granted.Keys.Any(role => !known.Contains(role)) || granted.Values.Any(names => names.Any(name => permissions.All.All(p => p.Name != name)))) return MembersText.RoleUnknown;
            List<AuditChange> changes = [];
            foreach (var name in known.Where(role => role != RoleNames.Administrator))
            {
                if (Apply(by, document, name, granted.GetValueOrDefault(name) ?? [], changes)) continue;
                return MembersText.PermissionNotYours;
            }

            await SiteDocuments.PutAsync(db, document, cancel);
            if (changes.Count > 0) await audit.NoteAsync("User", "PermissionsChanged", "Roles", MembersText.MenuRoles, data: AuditChanges.Write(changes), cancel: cancel);
            return null;
        }, keep: problem => problem is null, cancel);

    /// <summary>What the site does not know (Orchard Core's own permissions) stays as it came.</summary>
    private bool Apply(ClaimsPrincipal by, Roles document, string name, HashSet<string> wanted, List<AuditChange> changes)
    {
        var role = document.Find(name);
        var before = permissions.All.Where(p => role?.Permissions.Contains(p.Name, StringComparer.OrdinalIgnoreCase) == true).Select(p => p.Name).ToHashSet();
        var changed = before.Except(wanted).Concat(wanted.Except(before)).ToList();
        if (changed.Count == 0) return true;
        if (changed.Any(permission => !by.HasClaim(PermissionPolicies.Claim, permission))) return false;
        if (role is null) document.Items.Add(role = new Role { Name = name });
        role.Permissions = [.. role.Permissions.Where(p => !before.Contains(p, StringComparer.OrdinalIgnoreCase)), .. permissions.All.Select(p => p.Name).Where(wanted.Contains)];
        changes.Add(new(MembersText.RoleName(name), Named(before), Named(wanted)));
        return true;
    }

    private string Named(HashSet<string> names) => string.Join('\n', permissions.All.Where(p => names.Contains(p.Name)).Select(p => p.Description));

    private static string VersionOf(Roles document) => SecretKey.Hash(JsonSerializer.Serialize(document, ContentJson.Options));
}
