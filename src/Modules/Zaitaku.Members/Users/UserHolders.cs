using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Members.Users;

/// <summary>Users by what their roles allow. Whoever has been switched off or has never chosen a password is not among them.</summary>
public sealed class UserHolders(SiteDb db, RolePermissions permissions) : PermissionHolders
{
    public override async Task<IReadOnlyList<Holder>> OfAsync(Permission permission, CancellationToken cancel = default)
    {
        var roles = await RolesWithAsync(permission, cancel);
        return await Active.Where(user => db.Set<UserRole>().Any(role => role.UserId == user.UserId && roles.Contains(role.Role)))
            .OrderBy(user => user.UserName).ThenBy(user => user.UserId).Select(user => new Holder(user.UserId, user.UserName, user.Email)).ToListAsync(cancel);
    }

    public override Task<Holder?> FindAsync(string userId, CancellationToken cancel = default) =>
        Active.Where(user => user.UserId == userId).Select(user => new Holder(user.UserId, user.UserName, user.Email)).FirstOrDefaultAsync(cancel);

    public override async Task<bool> MayAsync(string userId, Permission permission, CancellationToken cancel = default)
    {
        var roles = await RolesWithAsync(permission, cancel);
        return await Active.AnyAsync(user => user.UserId == userId && db.Set<UserRole>().Any(role => role.UserId == userId && roles.Contains(role.Role)), cancel);
    }

    private IQueryable<User> Active => db.Set<User>().AsNoTracking().Where(user => user.Enabled && user.PasswordHash != null);

    private async Task<List<string>> RolesWithAsync(Permission permission, CancellationToken cancel)
    {
        var with = new List<string>();
        foreach (var role in await db.Set<UserRole>().Select(role => role.Role).Distinct().ToListAsync(cancel))
        {
            if ((await permissions.OfAsync([role], cancel)).Contains(permission)) with.Add(role);
        }

        return with;
    }
}
