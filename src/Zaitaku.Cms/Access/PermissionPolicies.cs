using System.Security.Claims;

namespace Zaitaku.Cms.Access;

/// <summary>
/// Each permission is an authorization policy of its own name, met by a claim. Claims are given at every request by whoever knows the
/// user: <c>Permission</c> for each permission the user's roles allow, all of them for administrators.
/// </summary>
public static class PermissionPolicies
{
    /// <summary>The type of the claim, as in Orchard Core.</summary>
    public const string Claim = "Permission";

    public static bool May(this ClaimsPrincipal user, Permission permission) => user.HasClaim(Claim, permission.Name);

    /// <summary>The id that items keep as their <c>Owner</c>; null for a passer-by.</summary>
    public static string? Id(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The name that items keep as their <c>Author</c>; null for a passer-by.</summary>
    public static string? UserName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name);
}
