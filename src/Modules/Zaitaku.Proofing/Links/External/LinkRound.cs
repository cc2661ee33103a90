using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;
using Zaitaku.Cms.Web;

namespace Zaitaku.Proofing.Links.External;

/// <summary>Asks, in one night, every link to another site that readers meet, and keeps what came of it.</summary>
public sealed class LinkRound(SiteDb db, LinkVisitor visitor, IgnoredLinks ignored, SiteAddress site, LinkSettings settings, TimeProvider clock, ILogger<LinkRound> log)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int HostsAtOnce = 4;
    private const int Batch = 200;

    /// <summary>From so many links on, a night in which none was answered says something about our own line and not about them.</summary>
    private const int Enough = 3;

    /// <summary>Takes the night, unless another node has it or it is over.</summary>
    public Task<bool> TakeAsync(DateOnly night, CancellationToken cancel = default) => db.WriteAsync(async () =>
    {
        var (name, now) = (JapaneseDate.Machine(night), clock.GetUtcNow().UtcDateTime);
        var row = await db.Set<LinkNight>().FirstOrDefaultAsync(n => n.Night == name, cancel);
        if (row is not null && (row.FinishedUtc is not null || row.LeaseUtc > now)) return false;
        if (row is null) db.Add(row = new LinkNight { Night = name });
        row.LeaseUtc = now + Lease;
        return await db.SaveChangesAsync(cancel) > 0;
    }, cancel);

    /// <summary>Asks every link of a night that was taken.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> GoAsync(DateOnly night, CancellationToken cancel = default)
    {
        var home = await site.BaseAsync(cancel);
        var urls = await UrlsAsync(home, cancel);
        var answers = new ConcurrentDictionary<string, LinkAnswer>();
        var asking = Parallel.ForEachAsync(urls.GroupBy(HostOf), new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancel },
            async (host, stop) => await AskAsync(host, answers, ProofingText.Agent(home), stop));
        while (await Task.WhenAny(asking, Task.Delay(Lease / 5, cancel)) != asking) await HoldAsync(night, cancel);
        await asking;
        var silent = answers.Count >= Enough && answers.Values.All(answer => answer.Status is null);
        if (silent) log.LogWarning("None of {Count} links to other sites was answered: this server may be cut off, and nothing is held against them", answers.Count);
        else foreach (var some in answers.Chunk(Batch)) await db.WriteAsync(() => KeepAsync(some, cancel), cancel);
        await db.WriteAsync(() => FinishAsync(night, urls, cancel), cancel);
        return urls.Count;
    }

    /// <summary>One host is asked one question after the other, with a pause.</summary>
    private async Task AskAsync(IEnumerable<string> urls, ConcurrentDictionary<string, LinkAnswer> answers, string agent, CancellationToken cancel)
    {
        foreach (var url in urls)
        {
            answers[url] = await visitor.VisitAsync(url, agent, cancel);
            await Task.Delay(settings.PauseMilliseconds, cancel);
        }
    }

    private async Task<List<string>> UrlsAsync(string home, CancellationToken cancel)
    {
        var urls = await db.Set<LinkUse>().IgnoreQueryFilters().Where(use => use.Published && use.IsExternal && use.Target.Length <= ExternalLink.MaxUrl)
            .Select(use => use.Target).Distinct().ToListAsync(cancel);
        var covered = await ignored.AllAsync(cancel);
        return urls.FindAll(url => !url.StartsWith(home + "/", StringComparison.OrdinalIgnoreCase) && !covered.Any(link => link.Covers(url)));
    }

    private static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : "";

    private async Task<int> HoldAsync(DateOnly night, CancellationToken cancel)
    {
        var (name, until) = (JapaneseDate.Machine(night), clock.GetUtcNow().UtcDateTime + Lease);
        return await db.Set<LinkNight>().Where(n => n.Night == name).ExecuteUpdateAsync(set => set.SetProperty(n => n.LeaseUtc, until), cancel);
    }

    private async Task<int> KeepAsync(KeyValuePair<string, LinkAnswer>[] answers, CancellationToken cancel)
    {
        var (urls, now) = (answers.Select(answer => answer.Key).ToList(), clock.GetUtcNow().UtcDateTime);
        var known = await db.Set<ExternalLink>().Where(link => urls.Contains(link.Url)).ToDictionaryAsync(link => link.Url, cancel);
        foreach (var (url, answer) in answers)
        {
            if (!known.TryGetValue(url, out var link)) db.Add(link = new ExternalLink { Url = url });
            link.Take(answer, now);
        }

        return await db.SaveChangesAsync(cancel);
    }

    /// <summary>Says that the night is over, and forgets what nobody leads to any more.</summary>
    private async Task<int> FinishAsync(DateOnly night, List<string> urls, CancellationToken cancel)
    {
        var (name, now) = (JapaneseDate.Machine(night), (DateTime?)clock.GetUtcNow().UtcDateTime);
        await db.Set<LinkNight>().Where(n => n.Night == name).ExecuteUpdateAsync(set => set.SetProperty(n => n.FinishedUtc, now), cancel);
        var gone = (await db.Set<ExternalLink>().Select(link => link.Url).ToListAsync(cancel)).Except(urls).ToList();
        foreach (var some in gone.Chunk(Batch)) await db.Set<ExternalLink>().Where(link => some.Contains(link.Url)).ExecuteDeleteAsync(cancel);
        return gone.Count;
    }
}
