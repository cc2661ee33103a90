using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Suggestions;

/// <summary>What may be meant by the beginning of a word: words of the word book that find something for this viewer, then titles they may read.</summary>
public sealed class Suggester(SiteDb db, ISearchEngine engine, SiteWords words, Viewer viewer)
{
    private const int Most = 8;
    private const int Words = 5;

    /// <summary>So many words of the book are tried.</summary>
    private const int Tried = 12;

    /// <summary>So many words of the same meaning are tried for a word that no page uses.</summary>
    private const int SynonymsTried = 3;

    /// <summary>Everyday words, some of them only the beginning of one, are for when there is little else.</summary>
    private const int Few = 2;

    /// <summary>A beginning longer than this is a sentence.</summary>
    private const int MaxLength = 40;

    public async Task<IReadOnlyList<string>> OfAsync(string typed, CancellationToken cancel)
    {
        var normal = NormalText.Of(typed).Trim();
        if (normal.Length is 0 or > MaxLength || !Run.Of(normal).Any()) return [];
        var book = await words.BookAsync(cancel);
        var begun = Begun(normal, book).ToList();
        var terms = await TermsAsync([.. begun.Where(book.Terms.Contains).Take(Tried)], book, cancel);
        var found = terms.ConvertAll(book.AsWritten);
        found.AddRange((await TitlesAsync(terms.Take(3).Prepend(normal).Distinct(), cancel)).Except(found).Take(Most - found.Count));
        foreach (var word in begun.Where(word => !book.Terms.Contains(word)).Take(Tried))
        {
            if (found.Count < Few && await CountAsync(word, cancel) > 0) found.Add(word);
        }

        return found;
    }

    /// <summary>Words that begin so, as they are written or as they are read; the shorter before the longer.</summary>
    private static IEnumerable<string> Begun(string normal, WordBook book)
    {
        var kana = NormalText.Hiragana(normal);
        var written = book.Known.Where(word => word.StartsWith(normal, StringComparison.Ordinal));
        var spoken = book.Readings.Where(reading => reading.Key.StartsWith(kana, StringComparison.Ordinal)).SelectMany(reading => reading.Value);
        return written.Concat(spoken).Distinct().OrderBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal);
    }

    /// <summary>Words of the trade, those with the most pages first; of words that mean the same, one.</summary>
    private async Task<List<string>> TermsAsync(List<string> terms, WordBook book, CancellationToken cancel)
    {
        var counted = new List<(string Word, int Pages)>();
        foreach (var term in terms) counted.Add((term, await CountAsync(term, cancel)));
        var chosen = new List<string>();
        foreach (var (word, pages) in counted.OrderByDescending(term => term.Pages))
        {
            if (chosen.Count == Words) break;
            if (chosen.Exists(known => book.SynonymsOf(known).Contains(word))) continue;
            if (pages > 0 || await FindsAnyAsync(book.SynonymsOf(word).Take(SynonymsTried), cancel)) chosen.Add(word);
        }

        return chosen;
    }

    private async Task<List<string>> TitlesAsync(IEnumerable<string> starts, CancellationToken cancel)
    {
        var titles = new List<string>();
        foreach (var start in starts)
        {
            var tokens = SearchQuery.TokensOf(start).Where(token => token.Place == TokenPlace.Anywhere).Select(token => token with { Place = TokenPlace.Title }).ToList();
            if (tokens.Count == 0) continue;
            tokens[^1] = tokens[^1] with { Begins = true };
            var matches = await engine.MatchesAsync(Expression.All(tokens), new SearchScope(viewer.Audience), cancel);
            var ids = matches.OrderBy(match => match.Length).ThenBy(match => match.Id).Take(Most * 4).Select(match => match.Id).ToList();
            var found = await db.Set<SearchPassage>().AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Title, p.Heading }).ToListAsync(cancel);
            titles.AddRange(found.OrderBy(passage => ids.IndexOf(passage.Id)).SelectMany(passage => new[] { passage.Heading, passage.Title }.Where(title => Has(title, start)).Take(1)));
        }

        return [.. titles.Distinct()];
    }

    /// <summary>Hiragana in the middle of a title are rarely the word that was begun: 「申し込みと」 is not 「みと…」.</summary>
    private static bool Has(string title, string start)
    {
        var normal = NormalText.Of(title);
        return normal.StartsWith(start, StringComparison.Ordinal) || !start.All(letter => Tokens.IsHiragana(letter.ToString())) && normal.Contains(start, StringComparison.Ordinal);
    }

    private async Task<bool> FindsAnyAsync(IEnumerable<string> others, CancellationToken cancel)
    {
        foreach (var other in others)
        {
            if (SearchQuery.TokensOf(other) is { Count: > 0 } tokens && await engine.HasAnyAsync(Expression.All(tokens), new SearchScope(viewer.Audience), cancel)) return true;
        }

        return false;
    }

    /// <summary>How many pages this viewer would find by the word itself.</summary>
    private async Task<int> CountAsync(string word, CancellationToken cancel)
    {
        var tokens = SearchQuery.TokensOf(word);
        if (tokens.Count == 0) return 0;
        var matches = await engine.MatchesAsync(Expression.All(tokens), new SearchScope(viewer.Audience), cancel);
        return matches.Select(match => match.Owner).Distinct(StringComparer.Ordinal).Count();
    }
}
