using Microsoft.Extensions.DependencyInjection;

namespace Zaitaku.Cms.Content;

/// <summary>
/// Follows what writes have done to content: once for each write, when all else is written, within its transaction. What it makes of the items
/// stands or falls with them. It reads them anew, and changes no content itself.
/// </summary>
public abstract class ContentFollower
{
    /// <param name="contentItemIds">Items that were published, unpublished, removed, given to other readers, or whose files changed; drafts of them too.</param>
    public abstract Task FollowAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel);
}

public static class FollowerRegistration
{
    public static IServiceCollection AddContentFollower<TFollower>(this IServiceCollection services) where TFollower : ContentFollower =>
        services.AddScoped<ContentFollower, TFollower>();
}
