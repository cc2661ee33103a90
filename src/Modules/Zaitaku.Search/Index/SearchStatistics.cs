using System.Collections.Concurrent;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>How many documents there are, and how long they are on average.</summary>
public sealed record Collection(int Documents, double Length);

/// <summary>
/// What was counted lately. It only weighs words against each other, so it may be somewhat old; whether a document is found never depends on it.
/// </summary>
public sealed class SearchStatistics(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    private const int MaxTokens = 50_000;

    /// <summary>Tokens are counted anew when one in so many documents has come or gone: weights hardly move before.</summary>
    private const int Tolerance = 100;

    private readonly ConcurrentDictionary<Token, int> frequencies = new();
    private Collection? collection;
    private Collection? weighed;
    private DateTimeOffset counted;

    public async Task<Collection> CollectionAsync(Func<Task<Collection>> count)
    {
        if (collection is { } known && clock.GetUtcNow() - counted < Lifetime) return known;
        var made = await count();
        if (weighed is null || Math.Abs(made.Documents - weighed.Documents) * Tolerance > weighed.Documents)
        {
            frequencies.Clear();
            weighed = made;
        }

        (collection, counted) = (made, clock.GetUtcNow());
        return made;
    }

    public async Task<Dictionary<Token, int>> FrequenciesAsync(IEnumerable<Token> tokens, ISearchEngine engine, CancellationToken cancel)
    {
        var found = new Dictionary<Token, int>();
        var unknown = new List<Token>();
        foreach (var token in tokens.Distinct())
        {
            if (frequencies.TryGetValue(token, out var known)) found[token] = known;
            else unknown.Add(token);
        }

        if (unknown.Count == 0) return found;
        if (frequencies.Count > MaxTokens) frequencies.Clear();
        foreach (var (token, frequency) in await engine.FrequenciesAsync(unknown, cancel)) found[token] = frequencies[token] = frequency;
        return found;
    }

    /// <summary>Counts anew at the next search.</summary>
    public void Forget() => collection = null;
}
