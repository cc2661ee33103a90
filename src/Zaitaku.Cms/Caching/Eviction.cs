using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Caching;

/// <summary>A tag that a committed write made stale, for the caches of other processes: other nodes, or a site that runs while an operator applies a recipe.</summary>
public sealed class Eviction
{
    /// <summary>Rises in the order of commits: writes hold the write lock.</summary>
    public long Id { get; set; }

    /// <summary>The process that wrote it, whose own cache has dealt with it already.</summary>
    public string Node { get; set; } = "";
    public string Tag { get; set; } = "";
}

public sealed class EvictionTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<Eviction>(eviction =>
    {
        eviction.ToTable("Eviction");
        eviction.Property(e => e.Node).HasMaxLength(32);
        eviction.Property(e => e.Tag).HasMaxLength(300);
    });
}

/// <summary>Looks every second for what other processes have made stale.</summary>
public sealed class EvictionWatch(IServiceScopeFactory scopes, SiteCache cache, ILogger<EvictionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How many rows stay behind for watchers that are slow.</summary>
    private const long Kept = 1000;

    /// <summary>How long pages are still shown while the database is away: away from everybody nothing changes, but it may be away from this node alone.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(5);
    private readonly Stopwatch sinceLook = Stopwatch.StartNew();
    private long? seen;
    private bool isBehind;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                sinceLook.Restart();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (!isBehind) log.LogWarning(failure, "Evictions could not be read");
                isBehind = true;
                if (sinceLook.Elapsed > Trusted) cache.Clear();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Evicts what has been written since the last look.</summary>
    public async Task LookAsync(CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var evictions = scope.ServiceProvider.GetRequiredService<SiteDb>().Set<Eviction>();
        if (isBehind) await CatchUpAsync(evictions, cancel);
        if (seen is not { } last)
        {
            seen = await evictions.MaxAsync(e => (long?)e.Id, cancel) ?? 0;
            return;
        }

        var news = await evictions.Where(e => e.Id > last).OrderBy(e => e.Id).AsNoTracking().ToListAsync(cancel);
        foreach (var eviction in news.Where(e => e.Node != SiteCache.Node)) cache.Evict(eviction.Tag);
        if (news.Count == 0) return;
        seen = news[^1].Id;
        await evictions.Where(e => e.Id < seen - Kept).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The database is back. When rows that were not seen are gone from it, or it is an earlier one, begin anew.</summary>
    private async Task CatchUpAsync(DbSet<Eviction> evictions, CancellationToken cancel)
    {
        var (first, latest) = (await evictions.MinAsync(e => (long?)e.Id, cancel) ?? 0, await evictions.MaxAsync(e => (long?)e.Id, cancel) ?? 0);
        if (seen is not { } last || latest < last || first > last + 1)
        {
            cache.Clear();
            seen = null;
        }

        isBehind = false;
    }
}
