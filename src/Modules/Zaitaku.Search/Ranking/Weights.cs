using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Ranking;

/// <summary>What finding each token of a query tells: the rarer, the more.</summary>
public sealed class Weights(Collection collection, IReadOnlyDictionary<Token, int> frequencies)
{
    private readonly Dictionary<Token, double> weights = frequencies.ToDictionary(pair => pair.Key, pair => Bm25.Idf(collection.Documents, pair.Value));

    public Collection Collection { get; } = collection;

    /// <summary>In how many documents the token stands.</summary>
    public int Frequency(Token token) => frequencies.GetValueOrDefault(token);

    public double Of(Token token) => weights.GetValueOrDefault(token);

    /// <summary>The wording's tokens, and its runs as tokens of their own, each as telling as its rarest pair of letters.</summary>
    public WeighedWording Of(Wording wording) => new(
        wording,
        [.. wording.Tokens.Select(token => new WeighedToken(token, Of(token)))],
        [.. wording.Runs.Select(run => new WeighedToken(new Token(run, TokenPlace.Han), SearchQuery.TokensOf(run).Select(Of).DefaultIfEmpty().Max()))]);
}

/// <summary>A token and what finding it tells.</summary>
public readonly record struct WeighedToken(Token Token, double Weight);

public sealed record WeighedWording(Wording Wording, IReadOnlyList<WeighedToken> Tokens, IReadOnlyList<WeighedToken> Runs);
