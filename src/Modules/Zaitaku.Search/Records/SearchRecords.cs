using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Records;

/// <summary>
/// Counts what the public searches for, in memory, and writes the counts now and then: a search writes nothing itself. What looks like it is
/// about a person (a number, an address of mail, a whole sentence) is not counted at all.
/// </summary>
public sealed class SearchRecords(IServiceScopeFactory scopes, TimeProvider clock, SearchRecordSettings settings, ILogger<SearchRecords> log) : BackgroundService
{
    /// <summary>Longer words are a sentence, and may be somebody's story.</summary>
    public const int MaxWords = 24;

    private const int MostWaiting = 500;

    /// <summary>So many figures may be a telephone number, a date of birth, a number of an insurance card.</summary>
    private const int FiguresOfAPerson = 4;

    /// <summary>Words that few have asked for, such as somebody's name, go after so many days.</summary>
    public const int RareDays = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (int Count, int Found)> waiting = new(StringComparer.Ordinal);
    private DateOnly forgotten;

    public void Take(string text, int found)
    {
        var words = string.Join(' ', NormalText.Of(text.Length > 200 ? text[..200] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length is 0 or > MaxWords || words.Contains('@', StringComparison.Ordinal) || words.Count(char.IsDigit) >= FiguresOfAPerson) return;
        if (waiting.Count >= MostWaiting && !waiting.ContainsKey(words)) return;
        waiting.AddOrUpdate(words, (1, found), (_, before) => (before.Count + 1, found));
    }

    /// <summary>Writes what is waiting.</summary>
    public async Task WriteAsync(CancellationToken cancel = default)
    {
        var taken = waiting.Keys.Select(words => waiting.TryRemove(words, out var count) ? (words, count.Count, count.Found) : default).Where(taken => taken.words is not null).ToList();
        if (taken.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var today = JapaneseDate.DayInTokyo(clock.GetUtcNow());
        await db.WriteAsync(async () =>
        {
            foreach (var (words, count, found) in taken)
            {
                var counted = await db.Set<SearchRecord>().Where(r => r.Words == words && r.Day == today)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, r => r.Count + count).SetProperty(r => r.Found, found), cancel);
                if (counted == 0) db.Add(new SearchRecord { Words = words, Day = today, Count = count, Found = found });
            }

            return true;
        }, cancel);
    }

    /// <summary>Erases what has been kept for as long as the settings allow, and sooner what few have asked for.</summary>
    public async Task ForgetAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var today = JapaneseDate.DayInTokyo(clock.GetUtcNow());
        var (last, rare) = (today.AddDays(-settings.KeepDays), today.AddDays(-RareDays));
        await db.WriteAsync(async () =>
        {
            await db.Set<SearchRecord>().Where(r => r.Day < last).ExecuteDeleteAsync(cancel);
            await db.Set<SearchRecord>().Where(r => r.Day < rare && db.Set<SearchRecord>().Where(other => other.Words == r.Words).Sum(other => other.Count) < settings.ShownFrom)
                .ExecuteDeleteAsync(cancel);
            return true;
        }, cancel);
        forgotten = today;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(stoppingToken);
    }

    /// <summary>What is waiting when the site stops is written too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(CancellationToken.None);
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await WriteAsync(cancel);
            if (forgotten < JapaneseDate.DayInTokyo(clock.GetUtcNow())) await ForgetAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "Counts of searches could not be written");
        }
    }
}

/// <summary>Section <c>Search</c> of the settings.</summary>
public sealed class SearchRecordSettings
{
    /// <summary>How long counts of searches are kept.</summary>
    public int KeepDays { get; set; } = 180;

    /// <summary>
    /// What has been asked for less often than this in the days shown, nobody is shown: it may be a name that one person typed. Counts do not tell
    /// people apart, so it is a bar and no proof.
    /// </summary>
    public int ShownFrom { get; set; } = 3;

    /// <summary>How often one address may search in a minute; ten times that for suggestions.</summary>
    public int PerMinute { get; set; } = 120;
}
