using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Queries;

/// <summary>A query in classic syntax.</summary>
/// <param name="Words">What is wanted, for ranking and marking.</param>
/// <param name="Phrases">What has to stand letter for letter wherever the query is met.</param>
public sealed record ClassicQuery(Expression Expression, IReadOnlyList<string> Words, IReadOnlyList<string> Phrases);

/// <summary>
/// Lucene's classic syntax as far as people write it: <c>訪問看護 -精神</c>, <c>"退院前カンファレンス"</c>, <c>title:手引き</c>, <c>kind:event</c>,
/// <c>看取*</c>, <c>(A OR B) AND C</c>, <c>NOT</c>. Anything else is no query of this kind, and null.
/// </summary>
public sealed class ClassicParser
{
    private const int MaxDepth = 24;
    private static readonly string[] Operators = ["AND", "OR", "NOT"];

    private readonly List<ClassicSign> signs;
    private readonly List<string> words = [];
    private readonly List<string> phrases = [];
    private int at;
    private int depth;
    private int alternatives;
    private int unwanted;

    private ClassicParser(List<ClassicSign> signs) => this.signs = signs;

    /// <param name="typed">With its width normalised, and its capitals.</param>
    public static ClassicQuery? Parse(string typed)
    {
        if (ClassicSign.Read(typed) is not { } signs || !signs.Exists(IsClassic)) return null;
        var parser = new ClassicParser(signs);
        return parser.Either() is { } expression && parser.at == signs.Count
            ? new ClassicQuery(expression, [.. parser.words.Distinct()], [.. parser.phrases.Distinct()])
            : null;
    }

    /// <summary>Brackets alone are punctuation: 「出梅（しゅつばい）とは」.</summary>
    private static bool IsClassic(ClassicSign sign) => sign.Kind is SignKind.Phrase or SignKind.Minus || sign.Kind == SignKind.Word && IsClassicWord(sign);

    private static bool IsClassicWord(ClassicSign sign) => Operators.Contains(sign.Text) || sign.Text.EndsWith('*') || Field(sign.Text).Name.Length > 0;

    private ClassicSign? Next => at < signs.Count ? signs[at] : null;

    private Expression? Either()
    {
        if (++depth > MaxDepth) return null;
        var parts = new List<Expression>();
        do
        {
            if (IsOperator("OR")) at++;
            var begun = alternatives;
            if (parts.Count > 0 || HasAlternative()) alternatives++;
            var part = Both();
            alternatives = begun;
            if (part is null) return null;
            parts.Add(part);
        }
        while (IsOperator("OR"));
        depth--;
        return Expression.Any(parts);
    }

    /// <summary>Whether an OR follows on this level: what is then read need not stand on every page.</summary>
    private bool HasAlternative()
    {
        for (var (i, level) = (at, 0); i < signs.Count; i++)
        {
            if (signs[i].Kind == SignKind.Open) level++;
            if (signs[i].Kind == SignKind.Close && --level < 0) return false;
            if (level == 0 && signs[i] is { Kind: SignKind.Word, Text: "OR" }) return true;
        }

        return false;
    }

    private Expression? Both()
    {
        var (wanted, not) = (new List<Expression>(), new List<Expression>());
        while (Next is { Kind: not SignKind.Close } && !IsOperator("OR"))
        {
            if (IsOperator("AND")) at++;
            var isNot = Next is { Kind: SignKind.Minus } || IsOperator("NOT");
            if (isNot) at++;
            unwanted += isNot ? 1 : 0;
            var part = One();
            unwanted -= isNot ? 1 : 0;
            if (part is null) return null;
            (isNot ? not : wanted).Add(part);
        }

        if (wanted.Count == 0) return null;
        return not.Count == 0 ? Expression.All(wanted) : new Except(Expression.All(wanted), Expression.Any(not));
    }

    private Expression? One()
    {
        if (Next is not { } sign) return null;
        at++;
        return sign.Kind switch
        {
            SignKind.Open => Bracketed(),
            SignKind.Phrase => Phrase(NormalText.Of(sign.Text)),
            SignKind.Word when Operators.Contains(sign.Text) => null,
            SignKind.Word => Word(sign.Text),
            _ => null,
        };
    }

    private Expression? Bracketed()
    {
        if (Either() is not { } inner || Next is not { Kind: SignKind.Close }) return null;
        at++;
        return inner;
    }

    private Expression? Phrase(string normal)
    {
        if (alternatives == 0 && unwanted == 0) phrases.Add(normal.Trim());
        return All(normal, TokenPlace.Anywhere);
    }

    private Expression? Word(string text)
    {
        var (field, rest) = Field(text);
        if (field == SearchMark.Kind || field == SearchMark.Area) return rest.Length == 0 ? null : new Token(SearchMark.Of(field, rest), TokenPlace.Mark);
        var begins = rest.EndsWith('*');
        return All(NormalText.Of(rest.TrimEnd('*')), field.Length > 0 ? TokenPlace.Title : TokenPlace.Anywhere, begins);
    }

    private Expression? All(string normal, TokenPlace place, bool begins = false)
    {
        var tokens = SearchQuery.TokensOf(normal).Distinct().Take(SearchQuery.MaxTokens).ToList();
        if (tokens.Count == 0) return null;
        if (unwanted == 0) words.Add(normal);
        // A pair of letters is found wherever it stands: only words of other scripts need to be told that they may go on.
        if (begins) tokens[^1] = tokens[^1] with { Begins = true };
        return Expression.All([.. tokens.Select(token => place == TokenPlace.Title ? token with { Place = place } : token)]);
    }

    private bool IsOperator(string name) => Next is { Kind: SignKind.Word } sign && sign.Text == name;

    private static (string Name, string Value) Field(string text)
    {
        foreach (var name in (string[])["title", SearchMark.Kind, SearchMark.Area])
        {
            if (text.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) return (name, text[(name.Length + 1)..]);
        }

        return ("", text);
    }
}
