using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Ranking;

/// <summary>What a query found.</summary>
/// <param name="Matches">Every section that matches, of every kind, for counting.</param>
/// <param name="Ranked">The best of those that were asked for, best first; sections of one page stand apart.</param>
/// <param name="WithAll">How many of the ranked hold everything that was looked for; those after them hold a part of it.</param>
public sealed record Found(IReadOnlyList<Match> Matches, IReadOnlyList<RankedPassage> Ranked, int WithAll)
{
    public static Found Nothing { get; } = new([], [], 0);
}

/// <summary>Leads a query through the chain.</summary>
public sealed class Searcher(SiteDb db, ISearchEngine engine, SearchStatistics statistics)
{
    private readonly SiteDb db = db;
    private readonly ISearchEngine engine = engine;

    /// <summary>So many matches are read to see whether they hold a phrase letter for letter.</summary>
    private const int MostRead = 500;

    public async Task<Found> FindAsync(SearchQuery query, SearchScope scope, CancellationToken cancel)
    {
        if (query.IsEmpty) return Found.Nothing;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var collection = await statistics.CollectionAsync(() => CountAsync(cancel));
            var weights = new Weights(collection, await statistics.FrequenciesAsync(query.Tokens, engine, cancel));
            return await new Course(this, query, scope, weights, cancel).RunAsync();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Collection> CountAsync(CancellationToken cancel)
    {
        var current = db.Set<SearchGeneration>().Select(g => g.Current);
        var counted = await db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => current.Contains(d.Generation)).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Length = g.Average(d => (double)d.Length) }).FirstOrDefaultAsync(cancel);
        return new Collection(counted?.Count ?? 0, counted?.Length ?? 0);
    }

    /// <summary>One query on its way.</summary>
    private sealed record Course(Searcher Searcher, SearchQuery Query, SearchScope Scope, Weights Weights, CancellationToken Cancel)
    {
        public async Task<Found> RunAsync()
        {
            if (Query.Classic is { } classic) return await FindAsync(classic, [.. Query.Wordings[0].Tokens]);
            if (!Query.AreWords) return await AnyAsync();
            var all = await AllAsync();
            // One word that is found is found: pages with half of it would be noise.
            if (Pages(all) >= (Query.IsOneWord ? 1 : Chain.EnoughPages)) return all;
            var any = await AnyAsync();
            var known = all.Matches.Select(match => match.Id).ToHashSet();
            return new Found(
                [.. all.Matches, .. any.Matches.Where(match => !known.Contains(match.Id))],
                [.. all.Ranked, .. any.Ranked.Where(passage => !known.Contains(passage.Match.Id))],
                all.Ranked.Count);
        }

        private Task<Found> AllAsync() =>
            FindAsync(Expression.Any([.. Query.Wordings.Select(wording => Expression.All([.. wording.Tokens]))]), [.. Query.Wordings[0].Tokens]);

        private async Task<Found> AnyAsync()
        {
            List<Token> telling = [.. Query.Wordings.SelectMany(wording => Chain.Telling(wording.Tokens, Weights)).Distinct()];
            return await FindAsync(Expression.Any(telling), telling) is var found && Query.AreWords ? found with { WithAll = 0 } : found;
        }

        private async Task<Found> FindAsync(Expression expression, List<Token> tokens)
        {
            var matches = await Searcher.engine.MatchesAsync(expression, Weights.Of(tokens), Scope, Cancel);
            if (Query.Phrases.Count > 0) matches = await WithPhrasesAsync(matches);
            var candidates = Chain.Candidates(matches.FindAll(Scope.Wants));
            var texts = await ReadAsync(candidates);
            var ranked = candidates.Where(match => texts.ContainsKey(match.Id))
                .Select(match => new RankedPassage(match, texts[match.Id], Chain.Score(texts[match.Id], Query, Weights)))
                .OrderByDescending(passage => passage.Score).ThenBy(passage => passage.Match.Id).ToList();
            return new Found(matches, ranked, ranked.Count);
        }

        private async Task<List<Match>> WithPhrasesAsync(List<Match> matches)
        {
            var read = matches.OrderByDescending(match => match.Rough).Take(MostRead).ToList();
            var texts = await ReadAsync(read);
            return read.FindAll(match => texts.TryGetValue(match.Id, out var text) && Query.Phrases.All(text.Holds));
        }

        private Task<Dictionary<long, PassageText>> ReadAsync(List<Match> matches) => PassageReader.ReadAsync(Searcher.db, matches.ConvertAll(match => match.Id), Cancel);

        private int Pages(Found found) => found.Matches.Where(Scope.Wants).Select(match => match.Owner).Distinct(StringComparer.Ordinal).Take(Chain.EnoughPages).Count();
    }
}
