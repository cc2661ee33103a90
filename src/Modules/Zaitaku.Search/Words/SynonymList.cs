using System.Net;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Words;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Ranking;

namespace Zaitaku.Search.Words;

/// <summary>The thesaurus as editors keep it: a group a line.</summary>
public sealed class SynonymList(SiteDb db, SiteWords words, Searcher searcher, Viewer viewer) : WordList
{
    public const string Address = "/admin/search/synonyms";
    public const int MaxWord = 50;

    /// <summary>All of them are gone through at every letter that is typed into the search box.</summary>
    public const int MaxWords = 20_000;

    /// <summary>More changed words than this are not searched for, one by one, to show what becomes of them.</summary>
    private const int MostAsked = 100;

    public override string Path => Address;

    public override (string Section, string Property) Place => (nameof(ThesaurusSettings), nameof(ThesaurusSettings.Groups));

    public override WordListPhrases Phrases => SynonymsText.Phrases;

    public override IReadOnlyList<WordProblem> Problems(string source)
    {
        var (problems, count) = (new List<WordProblem>(), 0);
        foreach (var line in Cms.Words.WordLines.Of(source))
        {
            var group = line.Cells.Where(word => word.Length > 0).ToList();
            count += group.Count;
            if (group.Select(NormalText.Of).Distinct().Count() < group.Count) problems.Add(new(line.Number, SynonymsText.Twice));
            else if (group.Count < 2) problems.Add(new(line.Number, SynonymsText.Alone));
            else if (group.Exists(word => word.Length > MaxWord)) problems.Add(new(line.Number, SearchText.WordTooLong));
            else if (group.Exists(word => !Run.Of(NormalText.Of(word)).Any())) problems.Add(new(line.Number, SynonymsText.NoLetters));
            else if (group.Exists(WordFile.IsFormula)) problems.Add(new(line.Number, WordsText.Formula));
        }

        if (count > MaxWords) problems.Add(new(0, SynonymsText.TooMany(MaxWords)));
        return problems;
    }

    /// <summary>The words that would be searched for besides those that were typed.</summary>
    public override string Try(string source, string sentence) =>
        string.Join("<br>", QueryReader.Read(sentence, new WordBook(source, "")).Wordings.Select(wording => WebUtility.HtmlEncode(string.Join(' ', wording.Words))));

    public override async Task<IReadOnlyList<TouchedPage>> TouchedAsync(string before, string after, CancellationToken cancel)
    {
        var dictionary = await words.ReadingsAsync(cancel);
        var (old, now) = (new WordBook(before, dictionary), new WordBook(after, dictionary));
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Changed(before, after).Take(MostAsked))
        {
            var found = await FoundAsync(word, old, cancel);
            found.SymmetricExceptWith(await FoundAsync(word, now, cancel));
            touched.UnionWith(found);
        }

        return await db.Content.AsNoTracking().Where(item => item.Published && touched.Contains(item.ContentItemId)).OrderBy(item => item.DisplayText)
            .Select(item => new TouchedPage(item.ContentItemId, item.DisplayText ?? "")).ToListAsync(cancel);
    }

    private static IEnumerable<string> Changed(string before, string after) => Cms.Words.WordLines.Difference(before, after)
        .SelectMany(change => $"{change.Before},{change.After}".Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);

    /// <summary>The pages that hold the word, or one that means the same.</summary>
    private async Task<HashSet<string>> FoundAsync(string word, WordBook book, CancellationToken cancel)
    {
        var found = await searcher.FindAsync(QueryReader.Read(word, book), new SearchScope(viewer.Audience), cancel);
        return found.Ranked.Take(found.WithAll).Select(passage => passage.Match.Owner).ToHashSet(StringComparer.Ordinal);
    }
}
