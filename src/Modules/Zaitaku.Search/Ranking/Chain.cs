using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Ranking;

/// <summary>
/// The ranking, step by step. Its constants were measured on 13,447 paragraphs of JSQuAD and JaQuAD with their questions; see
/// docs/decisions/0028-search-chain.md. The engines only find: what is said here holds on both.
/// </summary>
public static class Chain
{
    /// <summary>A token that more than this share of the documents has says too little to be looked up in a question.</summary>
    public const double CommonShare = 0.05;

    /// <summary>But so many of the rarest are always looked up.</summary>
    public const int RarestKept = 6;

    /// <summary>So many documents that the tokens of one question stand in, added up, are enough: it bounds the time on a large site.</summary>
    public const int PostingBudget = 20_000;

    /// <summary>So many pages are read, ranked with care and shown.</summary>
    public const int Window = 50;

    /// <summary>More sections than this are not read.</summary>
    public const int MostRead = Window * 3;

    /// <summary>A question counts its best so many sections: what shares a pair of letters with it is no answer.</summary>
    public const int MostCounted = 500;

    /// <summary>Fewer pages than this with all the words: those with some of them follow.</summary>
    public const int EnoughPages = 10;

    /// <summary>A longer run weighs no more than this many letters.</summary>
    public const int RunWeightCap = 6;

    /// <summary>A passage that holds every run of the query as it was typed gains so much of its score.</summary>
    public const double RunGain = 1.5;

    /// <summary>A page whose title is the very word that was asked for is what was meant.</summary>
    public const double TitleGain = 2;

    /// <summary>Step 1, for questions: which tokens are looked up. Hiragana is grammar, unless there is nothing else.</summary>
    public static List<Token> Telling(IReadOnlyList<Token> tokens, Weights weights)
    {
        var content = tokens.Where(token => !Tokens.IsHiragana(token.Text)).ToList();
        var chosen = new List<Token>();
        var (known, postings) = (0, 0L);
        foreach (var token in (content.Count > 0 ? content : tokens).OrderBy(weights.Frequency))
        {
            var frequency = weights.Frequency(token);
            var isRare = frequency <= weights.Collection.Documents * CommonShare && postings + frequency <= PostingBudget;
            // One that stood nowhere when they were counted costs nothing to look up, and may stand in what was published since.
            if (frequency > 0 && !isRare && known >= RarestKept) break;
            chosen.Add(token);
            postings += frequency;
            if (frequency > 0) known++;
        }

        return chosen;
    }

    /// <summary>Step 2: the documents worth reading, the best by what is known without reading them, until there are enough pages.</summary>
    public static List<Match> Candidates(List<Match> matches)
    {
        matches.Sort(static (a, b) => a.Rough != b.Rough ? b.Rough.CompareTo(a.Rough) : a.Id.CompareTo(b.Id));
        var pages = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<Match>();
        foreach (var match in matches)
        {
            if (chosen.Count >= MostRead || pages.Count >= Window && !pages.Contains(match.Owner)) break;
            pages.Add(match.Owner);
            chosen.Add(match);
        }

        return chosen;
    }

    /// <summary>Steps 3 and 4: BM25 of every token and every whole run over what was read, and more for what holds the query's own runs.</summary>
    public static double Score(PassageText passage, IReadOnlyList<WeighedWording> query, double averageLength) => query.Max(weighed =>
        weighed.Wording.Weight * (Words(passage, weighed.Tokens, averageLength) + Words(passage, weighed.Runs, averageLength)) * (1 + RunGain * RunShare(passage, weighed.Wording)) *
            (weighed.Wording.Words.Count == 1 && passage.Title == weighed.Wording.Words[0] ? TitleGain : 1));

    private static double Words(PassageText passage, IReadOnlyList<WeighedToken> tokens, double averageLength)
    {
        var score = 0.0;
        foreach (var (token, weight) in tokens)
        {
            var occurrences = Bm25.TitleWeight * Occurrences.Of(token, passage.Title) + Occurrences.Of(token, passage.Rest);
            if (occurrences > 0) score += Bm25.Score(weight, occurrences, passage.Length, averageLength);
        }

        return score;
    }

    /// <summary>From 0 to 1: how much of the query's content stands in the passage as it was typed.</summary>
    private static double RunShare(PassageText passage, Wording query)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var run in query.Runs)
        {
            var weight = Math.Min(run.Length, RunWeightCap);
            all += weight;
            if (passage.Holds(run)) found += weight;
        }

        return all == 0 ? 0 : found / all;
    }
}
