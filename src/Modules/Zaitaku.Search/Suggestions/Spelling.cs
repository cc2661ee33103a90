using Zaitaku.Cms.Access;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Suggestions;

/// <summary>もしかして: the nearest word of the word book that finds something for this viewer.</summary>
public sealed class Spelling(SiteWords words, ISearchEngine engine, Viewer viewer)
{
    private const int MaxWord = 20;

    /// <summary>So many of the nearest words are tried.</summary>
    private const int Tried = 4;

    public async Task<string?> MeantAsync(SearchQuery query, CancellationToken cancel)
    {
        if (query.Words.Count is 0 or > 4 || query.Words.Any(word => word.Length > MaxWord)) return null;
        var book = await words.BookAsync(cancel);
        var mended = new List<string>();
        foreach (var word in query.Words)
        {
            if (await FindsAsync(word, cancel)) mended.Add(word);
            else if (await NearestAsync(word, book, cancel) is { } near) mended.Add(near);
            else return null;
        }

        return mended.SequenceEqual(query.Words) ? null : string.Join(' ', mended.Select(book.AsWritten));
    }

    private async Task<string?> NearestAsync(string word, WordBook book, CancellationToken cancel)
    {
        foreach (var near in Near(word, book).Take(Tried))
        {
            if (await FindsAsync(near, cancel)) return near;
        }

        return null;
    }

    private static IEnumerable<string> Near(string word, WordBook book)
    {
        var kana = NormalText.Hiragana(word);
        var written = book.Known.Select(known => (Word: known, Slips: EditDistance.Of(word, known, Allowed(word))));
        var spoken = book.Readings.SelectMany(reading => reading.Value.Select(known => (Word: known, Slips: EditDistance.Of(kana, reading.Key, Allowed(kana)))));
        return written.Concat(spoken).Where(near => near.Slips is > 0).OrderBy(near => near.Slips).ThenByDescending(near => book.Terms.Contains(near.Word))
            .Select(near => near.Word).Distinct();
    }

    /// <summary>Slips allowed: none in words so short that any other word is near.</summary>
    private static int Allowed(string word) => word.Length switch { < 3 => 0, < 6 => 1, _ => 2 };

    private async Task<bool> FindsAsync(string word, CancellationToken cancel)
    {
        var tokens = SearchQuery.TokensOf(word);
        return tokens.Count > 0 && await engine.HasAnyAsync(Expression.All(tokens), new SearchScope(viewer.Audience), cancel);
    }
}
