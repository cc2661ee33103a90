using System.Collections.Concurrent;

namespace Zaitaku.Cms.Caching;

/// <summary>
/// What was made from content and would be made the same again: rendered pages, menus, chapter texts. Each entry names by tags what it was
/// made from; evicting a tag forgets it. A value whose making began before an eviction is handed out but never kept, so a page rendered
/// from old rows cannot outlive the publication that raced it.
/// </summary>
public sealed class SiteCache
{
    private const long MaxWeight = 48 * 1024 * 1024;

    /// <summary>Names this process among those that share a database.</summary>
    public static string Node { get; } = Guid.NewGuid().ToString("N");

    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private readonly ConcurrentDictionary<string, long> evictions = new();
    private long moment;
    private long weight;

    private static readonly AsyncLocal<bool> Away = new();

    /// <summary>
    /// For what is made from rows that will never be durable, as a rehearsed publication: until it is disposed, nothing that was kept is found
    /// here and nothing is kept.
    /// </summary>
    public static IDisposable Aside()
    {
        Away.Value = true;
        return new Return();
    }

    /// <summary>The present moment in the cache's own time, to be taken before reading what an entry is made from.</summary>
    public long Now => Interlocked.Read(ref moment);

    public TValue? Find<TValue>(string key) where TValue : class =>
        !Away.Value && entries.TryGetValue(key, out var entry) ? entry.Value as TValue : null;

    /// <summary>Keeps a value, unless one of its tags was evicted since its making began.</summary>
    /// <param name="since">What <see cref="Now"/> was when the making began.</param>
    /// <param name="weight">About how many bytes it holds.</param>
    public void Keep(string key, object value, IReadOnlyCollection<string> tags, long since, long weight)
    {
        if (Away.Value) return;
        if (Interlocked.Add(ref this.weight, weight) > MaxWeight) Clear();
        var entry = new Entry(value, tags, weight);
        while (!entries.TryAdd(key, entry))
        {
            if (entries.TryRemove(key, out var earlier)) Interlocked.Add(ref this.weight, -earlier.Weight);
        }

        if (tags.Append(PageTag.Anything).Any(tag => evictions.TryGetValue(tag, out var at) && at > since)) Forget(key, entry);
    }

    /// <summary>The value under the key, made when it is not there.</summary>
    public async ValueTask<TValue> GetOrMakeAsync<TValue>(string key, IReadOnlyCollection<string> tags, Func<Task<TValue>> make, long weight = 256) where TValue : class
    {
        if (Find<TValue>(key) is { } known) return known;
        var since = Now;
        var made = await make();
        Keep(key, made, tags, since, weight);
        return made;
    }

    /// <summary>Forgets everything that carries the tag.</summary>
    public void Evict(string tag)
    {
        evictions[tag] = Interlocked.Increment(ref moment);
        if (tag == PageTag.Anything) Clear();
        foreach (var (key, entry) in entries)
        {
            if (entry.Tags.Contains(tag)) Forget(key, entry);
        }
    }

    private void Forget(string key, Entry entry)
    {
        if (entries.TryRemove(KeyValuePair.Create(key, entry))) Interlocked.Add(ref weight, -entry.Weight);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        evictions[PageTag.Anything] = Interlocked.Increment(ref moment);
        foreach (var (key, entry) in entries) Forget(key, entry);
    }

    private sealed class Return : IDisposable
    {
        public void Dispose() => Away.Value = false;
    }

    private sealed record Entry(object Value, IReadOnlyCollection<string> Tags, long Weight);
}
