using Microsoft.AspNetCore.Routing;

namespace Zaitaku.Cms.Routing;

/// <summary>The addresses at which the site itself answers: a page that took one of them would never be seen, or would stand among the workplace's.</summary>
public sealed class OwnAddresses(IEnumerable<EndpointDataSource> sources)
{
    private static readonly string[] Rooms = ["admin", "account", "api", "media", "assets", "health"];

    /// <param name="path">Without the leading slash.</param>
    public bool Hold(string path) => Rooms.Contains(path.Split('/')[0], StringComparer.OrdinalIgnoreCase) ||
        sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Any(endpoint => endpoint.RoutePattern.Parameters.Count == 0 && string.Equals(endpoint.RoutePattern.RawText?.Trim('/'), path, StringComparison.OrdinalIgnoreCase));
}
