using Zaitaku.Search.Analysis;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Queries;

/// <summary>Understands what was typed. There is nothing that it refuses: what cannot be parsed is words.</summary>
public static class QueryReader
{
    /// <summary>A single stretch without spaces that has this many letters, some of them hiragana, is a question and not a word.</summary>
    private const int QuestionLength = 10;

    /// <param name="words">The site's words, for other wordings; null for none.</param>
    public static SearchQuery Read(string text, WordBook? words = null)
    {
        var typed = NormalText.Cut(NormalText.Wide(NormalText.Cut(text, SearchQuery.MaxLength)), SearchQuery.MaxLength);
        return Classic(typed) ?? Plain(typed, words);
    }

    private static SearchQuery? Classic(string typed)
    {
        if (ClassicParser.Parse(typed) is not { } parsed) return null;
        return new SearchQuery { Wordings = [Wording.Of(parsed.Words, 1)], Classic = parsed.Expression, Phrases = parsed.Phrases, AreWords = true };
    }

    private static SearchQuery Plain(string typed, WordBook? book)
    {
        var words = NormalText.Of(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => Run.Of(word).Any()).ToList();
        return new SearchQuery
        {
            Wordings = [Wording.Of(words, 1), .. book?.OtherWordings(words) ?? []],
            AreWords = words.Count > 1 || words.TrueForAll(word => word.Length < QuestionLength || !word.Any(IsHiragana)),
        };
    }

    private static bool IsHiragana(char letter) => letter is >= '\u3041' and <= '\u3096';
}
