using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Commands;

namespace Zaitaku.Search.Index;

/// <summary><c>search rebuild</c>.</summary>
internal static class RebuildCommand
{
    public static SiteCommand Command { get; } = new("search rebuild", SearchText.RebuildCommand, [], async (services, _, cancel) =>
    {
        Console.WriteLine(await services.GetRequiredService<SearchKeeper>().RebuildAsync(cancel) is { } pages ? SearchText.IndexBuilt(pages) : SearchText.Overtaken);
        return 0;
    });
}
