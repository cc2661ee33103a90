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
    private const int Tried = 10;

    /// <summary>A beginning longer than this is a sentence.</summary>
    private const int MaxLength = 40;

    public async Task<IReadOnlyList<string>> OfAsync(string typed, CancellationToken cancel)
    {
        var normal = NormalText.Of(typed).Trim();
        if (normal.Length is 0 or > MaxLength || !Run.Of(normal).Any()) return [];
        var book = await words.BookAsync(cancel);
        var begun = Begun(normal, book).ToList();
        var found = new List<string>();
        foreach (var word in begun.Take(Tried))
        {
            if (found.Count < Words && await FindsAsync(Expression.All(SearchQuery.TokensOf(word)), cancel)) found.Add(word);
        }

        foreach (var title in await TitlesAsync(begun.Take(3).Prepend(normal).Distinct(), cancel))
        {
            if (found.Count < Most && !found.Contains(title)) found.Add(title);
        }

        return found;
    }

    /// <summary>Words that begin so, as they are written or as they are read; those of the trade first, the shorter before the longer.</summary>
    private static IEnumerable<string> Begun(string normal, WordBook book)
    {
        var kana = NormalText.Hiragana(normal);
        var written = book.Known.Where(word => word.StartsWith(normal, StringComparison.Ordinal));
        var spoken = book.Readings.Where(reading => reading.Key.StartsWith(kana, StringComparison.Ordinal)).SelectMany(reading => reading.Value);
        return written.Concat(spoken).Distinct().OrderByDescending(book.Terms.Contains).ThenBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal);
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
            titles.AddRange(found.OrderBy(passage => ids.IndexOf(passage.Id)).Select(passage => NormalText.Of(passage.Heading).Contains(start, StringComparison.Ordinal) ? passage.Heading : passage.Title));
        }

        return [.. titles.Distinct()];
    }

    private Task<bool> FindsAsync(Expression expression, CancellationToken cancel) => engine.HasAnyAsync(expression, new SearchScope(viewer.Audience), cancel);
}
