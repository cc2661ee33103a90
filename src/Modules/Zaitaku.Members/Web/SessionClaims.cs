using System.Security.Claims;
using Zaitaku.Cms.Access;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Users;

namespace Zaitaku.Members.Web;

/// <summary>What a session lets its user do, made anew at every request: a role that was taken away is gone at once.</summary>
public sealed class SessionClaims(RolePermissions permissions, SecondFactorRule rule)
{
    public const string Scheme = "Session";
    private const string SessionId = "Session";
    private const string Proved = "Proved";
    private const string Strong = "Strong";

    public async Task<ClaimsPrincipal> OfAsync(SignedIn signedIn, CancellationToken cancel)
    {
        var session = signedIn.Session;
        var may = await permissions.OfAsync(signedIn.Roles, cancel);
        // Whoever still owes a second factor is known by name, and may do nothing yet.
        var owes = !session.Strong && rule.AsksFor(may);
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, session.UserId), new(ClaimTypes.Name, signedIn.UserName), new(SessionId, session.SessionId),
            new(Proved, session.ProvedUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture)), new(Strong, owes ? "owed" : session.Strong ? "yes" : "no"),
        ];
        if (!owes)
        {
            claims.AddRange(signedIn.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
            claims.AddRange(may.Select(permission => new Claim(PermissionPolicies.Claim, permission.Name)));
        }

        return new(new ClaimsIdentity(claims, Scheme));
    }

    public static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue(SessionId);

    public static bool OwesSecondFactor(ClaimsPrincipal user) => user.FindFirstValue(Strong) == "owed";

    public static bool IsStrong(ClaimsPrincipal user) => user.FindFirstValue(Strong) == "yes";

    /// <summary>When this user last proved who they are.</summary>
    public static DateTime ProvedUtc(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(Proved), out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : DateTime.MinValue;
}
