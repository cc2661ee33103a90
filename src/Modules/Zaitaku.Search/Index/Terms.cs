using Zaitaku.Search.Analysis;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>What stands in the engines' tables: tokens as they are, those of titles once more with a bar before them, and marks. No token holds a bar.</summary>
public static class Terms
{
    private const string TitleBar = "¦";

    /// <summary>Every term of a document, once.</summary>
    /// <param name="title">Normalised.</param>
    /// <param name="rest">Normalised.</param>
    public static HashSet<string> Of(string title, IReadOnlyList<string> titleTokens, string rest, IReadOnlyList<string> restTokens, IEnumerable<string> marks) =>
        [.. titleTokens.Select(token => TitleBar + token), .. titleTokens, .. restTokens, .. Tokens.Han(title), .. Tokens.Han(rest), .. marks];

    public static string Of(Token token) => token.Place == TokenPlace.Title ? TitleBar + token.Text : token.Text;
}
