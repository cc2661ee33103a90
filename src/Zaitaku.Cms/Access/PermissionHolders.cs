namespace Zaitaku.Cms.Access;

/// <summary>Someone who may sign in, as colleagues know them.</summary>
public sealed record Holder(string UserId, string Name, string Email);

/// <summary>Says who holds a permission at this moment, and how to reach them. The module that knows accounts registers its own.</summary>
public abstract class PermissionHolders
{
    /// <summary>Those who may sign in and hold the permission, by name.</summary>
    public abstract Task<IReadOnlyList<Holder>> OfAsync(Permission permission, CancellationToken cancel = default);

    /// <summary>Whoever has this id, or null when they may no longer sign in.</summary>
    public abstract Task<Holder?> FindAsync(string userId, CancellationToken cancel = default);

    public abstract Task<bool> MayAsync(string userId, Permission permission, CancellationToken cancel = default);
}
