using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Text;
using Zaitaku.Search.Index;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Records;

/// <summary>A word that was searched for: how often, and how many pages held it the last time.</summary>
public sealed record SearchedWord(string Words, int Count, int Found);

/// <summary>A word, and the page that stands first for it. The title is null while not everyone may read the page.</summary>
public sealed record PinnedLine(string Word, string Address, string? Title);

/// <summary>What editors are told of the search.</summary>
/// <param name="Searched">What was searched for most.</param>
/// <param name="Fruitless">What no page held.</param>
/// <param name="Pages">The pages that may be pinned.</param>
public sealed record SearchReport(
    IReadOnlyList<SearchedWord> Searched, IReadOnlyList<SearchedWord> Fruitless, IReadOnlyList<PinnedLine> Pinned, IReadOnlyList<LinkablePage> Pages, IndexState State);

/// <summary>Writes the report of the last days.</summary>
public sealed class SearchReports(SiteDb db, SiteDocuments documents, ISearchEngine engine, PageMaker pages, SiteLinks links, SearchRecordSettings settings, TimeProvider clock)
{
    public const int Days = 30;
    private const int Shown = 50;

    public int ShownFrom => settings.ShownFrom;

    public async Task<SearchReport> TodayAsync(CancellationToken cancel)
    {
        var words = await WordsAsync(cancel);
        var open = await links.OpenPagesAsync(cancel);
        var pinned = PinnedAnswers.Of((await documents.GetAsync<SiteSettings>(cancel)).Section<PinnedAnswersSettings>());
        return new SearchReport(
            [.. words.Take(Shown)],
            [.. words.Where(word => word.Found == 0).Take(Shown)],
            [.. pinned.Select(answer => new PinnedLine(answer.Word, answer.Address, open.Find(page => "/" + page.Path == answer.Address)?.Title))],
            open,
            await IndexState.OfAsync(db, engine, pages, cancel));
    }

    private async Task<List<SearchedWord>> WordsAsync(CancellationToken cancel)
    {
        var since = JapaneseDate.DayInTokyo(clock.GetUtcNow()).AddDays(-Days);
        var records = await db.Set<SearchRecord>().AsNoTracking().Where(r => r.Day >= since).ToListAsync(cancel);
        return [.. records.GroupBy(r => r.Words).Select(word => new SearchedWord(word.Key, word.Sum(r => r.Count), word.MaxBy(r => r.Day)!.Found))
            .Where(word => word.Count >= settings.ShownFrom).OrderByDescending(word => word.Count).ThenBy(word => word.Words, StringComparer.Ordinal)];
    }
}
