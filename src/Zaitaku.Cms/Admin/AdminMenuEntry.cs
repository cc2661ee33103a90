using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Admin;

/// <summary>A line of the workplace's menu. Modules register theirs; a user sees those they may open.</summary>
/// <param name="Label">As it is read.</param>
/// <param name="Path">Where it leads, beginning with <c>/admin</c>.</param>
/// <param name="Permission">What opening it needs.</param>
/// <param name="Order">Lower stands higher: 10 for content, 20 media, 50 users, 70 settings, 90 records.</param>
/// <param name="Icon">Name of an icon of the admin theme.</param>
public sealed record AdminMenuEntry(string Label, string Path, Permission Permission, int Order, string Icon = "page");

/// <summary>Something that waits for the user who has signed in: one line of the workplace's first page.</summary>
/// <param name="Label">For example 「確認待ち」.</param>
/// <param name="Count">How many; a line with none is shown quietly.</param>
/// <param name="Path">Where they are listed.</param>
public sealed record AdminTask(string Label, int Count, string Path);

/// <summary>Says what waits for a user. Modules register theirs.</summary>
public abstract class AdminTasks
{
    public abstract int Order { get; }

    public abstract Task<IReadOnlyList<AdminTask>> ForAsync(System.Security.Claims.ClaimsPrincipal user, CancellationToken cancel);
}
