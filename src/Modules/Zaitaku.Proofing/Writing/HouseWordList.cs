using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Words;

namespace Zaitaku.Proofing.Writing;

/// <summary>The house's words as editors keep them.</summary>
public sealed class HouseWordList(SiteDb db, SiteCache cache, Viewer viewer) : WordList
{
    private const int MaxWords = 5000;
    private const int Columns = 3;

    public override string Path => "/admin/house-words";

    public override (string Section, string Property) Place => (nameof(HouseWordsSettings), nameof(HouseWordsSettings.Words));

    public override WordListPhrases Phrases => HouseWordsText.Phrases;

    public override IReadOnlyList<WordProblem> Problems(string source)
    {
        var (problems, seen) = (new List<WordProblem>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in WordLines.Of(source))
        {
            if (line.Word.Length is 0 or > HouseWords.MaxWord) problems.Add(new(line.Number, HouseWordsText.Length(HouseWords.MaxWord)));
            else if (line.Cells.Any(WordFile.IsFormula)) problems.Add(new(line.Number, WordsText.Formula));
            else if (line.Cells.Count > Columns) problems.Add(new(line.Number, HouseWordsText.TooManyCells));
            else if (line.Word == line.Cells.ElementAtOrDefault(1)) problems.Add(new(line.Number, HouseWordsText.SameWord));
            else if (!seen.Add(line.Word)) problems.Add(new(line.Number, HouseWordsText.Twice(line.Word)));
        }

        if (seen.Count > MaxWords) problems.Add(new(0, HouseWordsText.TooMany(MaxWords)));
        return problems;
    }

    /// <summary>The sentence with what would be remarked upon marked in it, and the remarks below.</summary>
    public override string Try(string source, string sentence)
    {
        var (html, at, remarks) = (new StringBuilder(), 0, Read(new HouseWords(source), new ItemText("", TextKind.Plain, sentence)).OrderBy(remark => remark.Start).ToList());
        foreach (var remark in remarks.Where(remark => remark.Start >= at))
        {
            html.Append(WebUtility.HtmlEncode(sentence[at..remark.Start])).Append("<mark>").Append(WebUtility.HtmlEncode(sentence.Substring(remark.Start, remark.Length))).Append("</mark>");
            at = remark.Start + remark.Length;
        }

        html.Append(WebUtility.HtmlEncode(sentence[at..]));
        foreach (var message in remarks.Select(remark => remark.Message).Distinct()) html.Append("<br>").Append(WebUtility.HtmlEncode(message));
        return html.ToString();
    }

    /// <summary>The whole site is read for it, so it is counted once until something is published or the list changes.</summary>
    public override async Task<IReadOnlyDictionary<string, int>?> PlacesAsync(string source, CancellationToken cancel) =>
        await cache.GetOrMakeAsync($"house-words:{viewer}:{WordDesk.VersionOf(source)}", [PageTag.Everything], () => CountAsync(source, cancel), weight: 64 * 1024);

    public override async Task<IReadOnlyList<TouchedPage>> TouchedAsync(string before, string after, CancellationToken cancel)
    {
        var (old, now) = (new HouseWords(before), new HouseWords(after));
        return [.. (await PublishedAsync(cancel)).Where(item => !Found(old, item).SequenceEqual(Found(now, item))).Select(item => new TouchedPage(item.ContentItemId, item.DisplayText ?? ""))];
    }

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(string source, CancellationToken cancel)
    {
        var (words, places) = (new HouseWords(source), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var item in await PublishedAsync(cancel))
        {
            foreach (var word in Found(words, item)) places[word] = places.GetValueOrDefault(word) + 1;
        }

        return places;
    }

    private Task<List<ContentItem>> PublishedAsync(CancellationToken cancel) => db.Content.AsNoTracking().Where(item => item.Published).ToListAsync(cancel);

    private static IEnumerable<string> Found(HouseWords words, ContentItem item) =>
        ItemText.Of(item).SelectMany(text => Read(words, text).Select(remark => text.Text.Substring(remark.Start, remark.Length)));

    private static IEnumerable<Remark> Read(HouseWords words, ItemText text) => words.Read(text, MaskedText.Of(text));
}
