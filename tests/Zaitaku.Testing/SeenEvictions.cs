using Zaitaku.Cms.Caching;

namespace Zaitaku.Testing;

/// <summary>A page cache that keeps nothing but which tags were evicted.</summary>
public sealed class SeenEvictions : IPageCache
{
    public List<string> Tags { get; } = [];

    public void Evict(string tag) => Tags.Add(tag);
}
