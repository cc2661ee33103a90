using Zaitaku.Cms.Access;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>What one viewer may find, and what of it they have asked for.</summary>
/// <param name="Audience">The innermost circle the viewer belongs to: nothing beyond it is matched or counted.</param>
public sealed record SearchScope(Audience Audience)
{
    /// <summary>Only this kind, where one is named.</summary>
    public string? Kind { get; init; }

    /// <summary>Only this part of the town.</summary>
    public string? Area { get; init; }

    /// <summary>Only what is for this circle.</summary>
    public Audience? For { get; init; }

    /// <summary>Only what is about this day or a later one.</summary>
    public DateOnly? From { get; init; }

    public bool Wants(Match match) => (Kind is null || match.Kind == Kind) && (Area is null || match.Area == Area) &&
        (For is not { } circle || match.Audience == (int)circle) && (From is not { } day || match.Day >= day);
}

/// <summary>A document that matches.</summary>
/// <param name="Rough">How well, by the engine's own quick measure: enough to choose those that are read and ranked.</param>
public readonly record struct Match(long Id, double Rough, string Owner, string Kind, string Area, DateOnly? Day, int Audience);

/// <summary>A token of the query and what finding it tells: rare ones tell more.</summary>
public readonly record struct WeighedToken(Token Token, double Weight);

/// <summary>The words of a document, ready for the engine's table.</summary>
public sealed record DocumentText(long Id, IReadOnlyList<string> Title, IReadOnlyList<string> Body, IReadOnlyList<string> Han, IReadOnlyList<string> Marks);

/// <summary>Finds documents by their words: SQLite's FTS5, or a GIN index of PostgreSQL. All within the connection's running transaction, if there is one.</summary>
public interface ISearchEngine
{
    /// <summary>The statement that makes the engine's own table.</summary>
    string Schema { get; }

    /// <summary>Every document of the current generation that matches and is in scope.</summary>
    Task<List<Match>> MatchesAsync(Expression expression, IReadOnlyList<WeighedToken> tokens, SearchScope scope, CancellationToken cancel);

    /// <summary>In how many documents each token stands.</summary>
    Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel);

    Task WriteAsync(IReadOnlyList<DocumentText> texts, CancellationToken cancel);

    Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel);

    /// <summary>Puts a newly built index in order.</summary>
    Task SettleAsync(CancellationToken cancel);

    /// <summary>Bytes on disk.</summary>
    Task<long> SizeAsync(CancellationToken cancel);
}
