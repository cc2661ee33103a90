using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Versions;

namespace Zaitaku.Admin.Scheduling;

/// <summary>Looks several times a minute whether something is due, so that it happens in the minute it was planned for.</summary>
public sealed class ScheduleWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ScheduleWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenThinnings = TimeSpan.FromHours(24);

    private DateTime thinned = DateTime.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var now = clock.GetUtcNow().UtcDateTime;
            await scope.ServiceProvider.GetRequiredService<Schedule>().DoAsync(now, cancel);
            await scope.ServiceProvider.GetRequiredService<ApprovalReminder>().DoAsync(now, cancel);
            if (now - thinned < BetweenThinnings) return;
            thinned = now;
            await scope.ServiceProvider.GetRequiredService<OldRequests>().ForgetAsync(now, cancel);
            if (await scope.ServiceProvider.GetRequiredService<VersionThinning>().DoAsync(now, cancel) is > 0 and var count) log.LogInformation("{Count} old drafts were removed", count);
        }
        catch (Exception mishap) when (!cancel.IsCancellationRequested)
        {
            log.LogError(mishap, "The schedule could not be kept this time; it is tried again");
        }
        catch (OperationCanceledException)
        {
            // The site is stopping.
        }
    }
}
