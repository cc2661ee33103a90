using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Search.Files;

namespace Zaitaku.Search.Index;

/// <summary>Wakes the builder.</summary>
public sealed class BuilderBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        if (bell.CurrentCount == 0) bell.Release();
    }

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => bell.WaitAsync(atMost, cancel);

    public void Dispose() => bell.Dispose();
}

/// <summary>In the background, builds the index anew when an editor or a recipe has asked for it, on this node or another, and reads new files.</summary>
public sealed class IndexBuilder(IServiceScopeFactory scopes, BuilderBell bell, ILogger<IndexBuilder> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(Pause, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SearchKeeper>().EnsureAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<FileReader>().ReadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The search index could not be brought up to date; it is tried again in a minute");
            }
        }
    }
}
