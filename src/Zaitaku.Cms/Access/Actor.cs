namespace Zaitaku.Cms.Access;

/// <summary>Who acts in this scope: the signed-in user, or the site itself when both are null.</summary>
public sealed record Actor(string? UserId, string? UserName)
{
    /// <summary>The site itself: commands, jobs.</summary>
    public static Actor Site { get; } = new(null, null);
}
