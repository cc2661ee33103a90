using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Queries;

/// <summary>One way to say the query: as it was typed, or with a part of it in other words.</summary>
/// <param name="Words">Between spaces, normalised.</param>
/// <param name="Tokens">Every distinct token of the words.</param>
/// <param name="Runs">The stretches that carry the meaning.</param>
/// <param name="Weight">1 as typed; less in other words.</param>
public sealed record Wording(IReadOnlyList<string> Words, IReadOnlyList<Token> Tokens, IReadOnlyList<string> Runs, double Weight)
{
    public static Wording Of(IReadOnlyList<string> words, double weight) => new(
        words,
        [.. words.SelectMany(SearchQuery.TokensOf).Distinct().Take(SearchQuery.MaxTokens)],
        words.Count > 1 ? [.. words.Distinct()] : [.. words.SelectMany(ContentRuns.Of)],
        weight);
}

/// <summary>A query as it is understood, before anything is looked up.</summary>
public sealed record SearchQuery
{
    /// <summary>Longer queries are cut here, in UTF-16 code units after normalising: no question that people ask comes near it.</summary>
    public const int MaxLength = 512;

    /// <summary>More distinct tokens than this are not looked up.</summary>
    public const int MaxTokens = 96;

    /// <summary>As it was typed, then in other words. A page is as good as the best of them makes it.</summary>
    public required IReadOnlyList<Wording> Wordings { get; init; }

    public IReadOnlyList<string> Words => Wordings[0].Words;

    public IEnumerable<Token> Tokens => Wordings.SelectMany(wording => wording.Tokens).Distinct();

    /// <summary>What a query in classic syntax asks for; null for words and questions.</summary>
    public Expression? Classic { get; init; }

    /// <summary>What a page has to hold letter for letter.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Whether all words are looked for together first: not in a question, whose grammar no page shares.</summary>
    public required bool AreWords { get; init; }

    /// <summary>A single word, and no short sentence: 「大切な人を亡くした」 is not one.</summary>
    public bool IsOneWord => Words.Count == 1 && Wordings[0].Runs.Count <= 1;

    public bool IsEmpty => Wordings[0].Tokens.Count == 0 && Classic is null;

    /// <summary>The tokens by which a word is found.</summary>
    public static List<Token> TokensOf(string normal) => IsOneHan(normal)
        ? [new Token(normal, TokenPlace.Han)]
        : IsOneKana(normal) ? [new Token(normal, Begins: true)] : Analysis.Tokens.Of(normal).ConvertAll(token => new Token(token));

    private static bool IsOneHan(string normal) => Rune(normal) is { } rune && Letters.Of(rune) == LetterClass.Han;

    private static bool IsOneKana(string normal) => Rune(normal) is { } rune && Letters.Of(rune) is (LetterClass.Hiragana or LetterClass.Katakana);

    private static System.Text.Rune? Rune(string normal) =>
        System.Text.Rune.DecodeFromUtf16(normal, out var rune, out var width) == System.Buffers.OperationStatus.Done && width == normal.Length ? rune : null;
}
