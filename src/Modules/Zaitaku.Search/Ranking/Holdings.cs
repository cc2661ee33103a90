using System.Runtime.InteropServices;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Ranking;

/// <summary>What is known of documents without reading them: what of the query they hold, and what of it in their titles.</summary>
public sealed class Holdings
{
    private readonly Dictionary<long, Held> byDocument = [];

    /// <param name="weight">What holding the token tells.</param>
    public void Add(List<long> documents, double weight, bool inTitle)
    {
        foreach (var id in documents)
        {
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(byDocument, id, out _);
            if (inTitle) held.InTitle += weight;
            else held.Anywhere += weight;
        }
    }

    /// <summary>The documents, those first that hold most.</summary>
    public List<long> BestFirst()
    {
        var ids = byDocument.Select(pair => (Id: pair.Key, Rough: pair.Value.Rough(length: 1, average: 1))).ToList();
        ids.Sort(static (a, b) => a.Rough != b.Rough ? b.Rough.CompareTo(a.Rough) : a.Id.CompareTo(b.Id));
        return ids.ConvertAll(document => document.Id);
    }

    /// <summary>BM25 as it would be if each token stood there once: in the text, or in the title.</summary>
    public Match Weighed(Match match, double averageLength) => match with { Rough = byDocument.GetValueOrDefault(match.Id).Rough(match.Length, averageLength) };

    private record struct Held(double Anywhere, double InTitle)
    {
        public readonly double Rough(double length, double average)
        {
            var once = Bm25.Score(1, 1, length, average);
            return (Anywhere * once) + (InTitle * (Bm25.Score(1, Bm25.TitleWeight, length, average) - once));
        }
    }
}
