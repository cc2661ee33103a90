using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Members.Users;

/// <summary>Finds and makes users. Every act runs inside the write of whoever calls.</summary>
public sealed class UserDesk(SiteDb db, RolePermissions permissions, TimeProvider clock)
{
    public Task<User?> FindAsync(string userId, CancellationToken cancel = default) =>
        db.Set<User>().FirstOrDefaultAsync(u => u.UserId == userId, cancel);

    public async Task<User?> FindByEmailAsync(string? email, CancellationToken cancel = default) =>
        Emails.Key(email) is { } key ? await db.Set<User>().FirstOrDefaultAsync(u => u.EmailKey == key, cancel) : null;

    public Task<List<string>> RolesAsync(string userId, CancellationToken cancel = default) =>
        db.Set<UserRole>().Where(r => r.UserId == userId).OrderBy(r => r.Role).Select(r => r.Role).ToListAsync(cancel);

    public async Task<IReadOnlyList<Permission>> PermissionsAsync(string userId, CancellationToken cancel = default) =>
        await permissions.OfAsync(await RolesAsync(userId, cancel), cancel);

    /// <summary>Adds a user who has no password yet.</summary>
    /// <param name="email">An address that <see cref="Emails.Key"/> takes and nobody has.</param>
    public async Task<User> AddAsync(string email, string userName, IReadOnlyCollection<string> roles, CancellationToken cancel = default)
    {
        var user = new User
        {
            UserId = ContentId.New(),
            Email = email.Trim(),
            EmailKey = Emails.Key(email) ?? throw new ArgumentException("Not an address.", nameof(email)),
            UserName = userName,
            SecurityStamp = ContentId.New(),
            CreatedUtc = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(user);
        db.AddRange(roles.Select(role => new UserRole { UserId = user.UserId, Role = role }));
        await db.SaveChangesAsync(cancel);
        return user;
    }

    /// <summary>Whether somebody else could still administer the site if this user could not.</summary>
    public Task<bool> OtherAdministratorAsync(string userId, CancellationToken cancel = default) =>
        db.Set<UserRole>().AnyAsync(r => r.Role == RoleNames.Administrator && r.UserId != userId &&
            db.Set<User>().Any(u => u.UserId == r.UserId && u.Enabled && u.PasswordHash != null), cancel);
}
