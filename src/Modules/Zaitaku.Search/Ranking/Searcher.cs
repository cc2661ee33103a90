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
    private const int MostLookedThrough = 500;

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
            if (Query.Classic is { } classic) return await RankedAsync(await MatchesAsync(classic));
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

        private async Task<Found> AllAsync()
        {
            var all = Expression.Any([.. Query.Wordings.Select(wording => Expression.All([.. wording.Tokens]))]);
            return await RankedAsync(await MatchesAsync(all));
        }

        /// <summary>Everything that matches; weighed roughly where it is more than can be read.</summary>
        private async Task<List<Match>> MatchesAsync(Expression expression)
        {
            var matches = await Searcher.engine.MatchesAsync(expression, Scope, Cancel);
            if (matches.Count <= Chain.MostRead) return matches;
            var holdings = await HoldingsAsync([.. Query.Tokens]);
            return matches.ConvertAll(match => holdings.Weighed(match, Weights.Collection.Length));
        }

        private async Task<Found> AnyAsync()
        {
            var holdings = await HoldingsAsync([.. Query.Wordings.SelectMany(wording => Chain.Telling(wording.Tokens, Weights)).Distinct()]);
            var matches = new List<Match>();
            foreach (var ids in holdings.BestFirst().Chunk(Chain.MostCounted))
            {
                var inScope = await MatchRows.InScopeAsync(Searcher.db, ids, Scope, Cancel);
                matches.AddRange(inScope.Select(match => holdings.Weighed(match, Weights.Collection.Length)));
                if (matches.Count >= Chain.MostCounted) break;
            }

            return await RankedAsync(matches) is var found && Query.AreWords ? found with { WithAll = 0 } : found;
        }

        private async Task<Holdings> HoldingsAsync(List<Token> tokens)
        {
            var titles = tokens.FindAll(token => token.Place is TokenPlace.Anywhere or TokenPlace.Han);
            var holders = await Searcher.engine.HoldersAsync([.. tokens, .. titles.Select(token => token with { Place = TokenPlace.Title })], Cancel);
            var holdings = new Holdings();
            for (var at = 0; at < tokens.Count; at++) holdings.Add(holders[at], Weight(tokens[at]), inTitle: false);
            for (var at = 0; at < titles.Count; at++) holdings.Add(holders[tokens.Count + at], Weight(titles[at]), inTitle: true);
            return holdings;
        }

        private double Weight(Token token) => Weights.Of(token) * Query.Wordings.Where(wording => wording.Tokens.Contains(token)).Select(wording => wording.Weight).DefaultIfEmpty(1).Max();

        private async Task<Found> RankedAsync(List<Match> matches)
        {
            if (Query.Phrases.Count > 0) matches = await WithPhrasesAsync(matches);
            var candidates = Chain.Candidates(matches.FindAll(Scope.Wants));
            var texts = await ReadAsync(candidates);
            List<WeighedWording> wordings = [.. Query.Wordings.Select(Weights.Of)];
            var ranked = candidates.Where(match => texts.ContainsKey(match.Id))
                .Select(match => new RankedPassage(match, texts[match.Id], Chain.Score(texts[match.Id], wordings, Weights.Collection.Length)))
                .OrderByDescending(passage => passage.Score).ThenBy(passage => passage.Match.Id).ToList();
            return new Found(matches, ranked, ranked.Count);
        }

        private async Task<List<Match>> WithPhrasesAsync(List<Match> matches)
        {
            var read = matches.OrderByDescending(match => match.Rough).Take(MostLookedThrough).ToList();
            var texts = await ReadAsync(read);
            return read.FindAll(match => texts.TryGetValue(match.Id, out var text) && Query.Phrases.All(text.Holds));
        }

        private Task<Dictionary<long, PassageText>> ReadAsync(List<Match> matches) => PassageReader.ReadAsync(Searcher.db, matches.ConvertAll(match => match.Id), Cancel);

        private int Pages(Found found) => found.Matches.Where(Scope.Wants).Select(match => match.Owner).Distinct(StringComparer.Ordinal).Take(Chain.EnoughPages).Count();
    }
}
