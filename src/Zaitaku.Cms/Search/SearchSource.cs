using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Search;

/// <summary>
/// Says what the search shall find of a published item. A module registers one for each of its content types that has pages. It is asked in the
/// transaction that publishes the item, so it must need nothing but the database.
/// </summary>
public abstract class SearchSource
{
    public abstract IReadOnlyList<string> ContentTypes { get; }

    /// <summary>The item's sections. Who may find them is the item's audience, and not said here.</summary>
    public abstract Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel);
}

public static class SearchRegistration
{
    public static IServiceCollection AddSearchSource<TSource>(this IServiceCollection services) where TSource : SearchSource =>
        services.AddScoped<SearchSource, TSource>();

    public static IServiceCollection AddSearchKind(this IServiceCollection services, string name, string label, int order) =>
        services.AddSingleton(new SearchKind(name, label, order));
}
