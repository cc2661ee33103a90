using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Ranking;

/// <summary>What finding each token of a query tells: the rarer, the more.</summary>
public sealed record Weights(Collection Collection, IReadOnlyDictionary<Token, int> Frequencies)
{
    /// <summary>In how many documents the token stands.</summary>
    public int Frequency(Token token) => Frequencies.GetValueOrDefault(token);

    public double Of(Token token) => Bm25.Idf(Collection.Documents, Frequency(token));

    public List<WeighedToken> Of(IReadOnlyList<Token> tokens) => [.. tokens.Select(token => new WeighedToken(token, Of(token)))];
}
