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
/// <param name="Length">Of all it says, in tokens.</param>
public readonly record struct Match(long Id, string Owner, string Kind, string Area, DateOnly? Day, int Audience, int Length)
{
    /// <summary>How well it matches as far as is known without reading it: enough to choose those that are read and ranked.</summary>
    public double Rough { get; init; }
}

/// <summary>The terms of a document, each once, ready for the engine's table.</summary>
public sealed record DocumentText(long Id, IReadOnlyCollection<string> Terms);

/// <summary>
/// Finds documents by their terms: SQLite's FTS5, or a GIN index of PostgreSQL. Both hold the same terms and answer the same, and neither ranks.
/// All within the connection's running transaction, if there is one.
/// </summary>
public interface ISearchEngine
{
    /// <summary>The statement that makes the engine's own table.</summary>
    string Schema { get; }

    /// <summary>Every document of the current generation that matches and is in scope.</summary>
    Task<List<Match>> MatchesAsync(Expression expression, SearchScope scope, CancellationToken cancel);

    /// <summary>Whether any does.</summary>
    Task<bool> HasAnyAsync(Expression expression, SearchScope scope, CancellationToken cancel);

    /// <summary>
    /// For each token the documents that hold it, by their ids: those of every generation, whomever they are for. They say nothing until
    /// <see cref="MatchRows.InScopeAsync"/> has read them.
    /// </summary>
    Task<IReadOnlyList<List<long>>> HoldersAsync(IReadOnlyList<Token> tokens, CancellationToken cancel);

    /// <summary>In how many documents each token stands.</summary>
    Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel);

    Task WriteAsync(IReadOnlyList<DocumentText> texts, CancellationToken cancel);

    Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel);

    /// <summary>Puts a newly built index in order.</summary>
    Task SettleAsync(CancellationToken cancel);

    /// <summary>Bytes on disk.</summary>
    Task<long> SizeAsync(CancellationToken cancel);
}
