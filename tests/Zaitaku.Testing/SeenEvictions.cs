using Zaitaku.Cms.Caching;

namespace Zaitaku.Testing;

/// <summary>The site's cache, and which tags were evicted from it.</summary>
public sealed class SeenEvictions(SiteCache cache) : IPageCache
{
    public List<string> Tags { get; } = [];

    public void Evict(string tag)
    {
        Tags.Add(tag);
        cache.Evict(tag);
    }
}
