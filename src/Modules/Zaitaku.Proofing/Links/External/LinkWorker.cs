using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Text;

namespace Zaitaku.Proofing.Links.External;

/// <summary>Begins the night's round in its hour, or in those after it when nobody was awake; never by day.</summary>
public sealed class LinkWorker(IServiceScopeFactory scopes, LinkSettings settings, TimeProvider clock, ILogger<LinkWorker> log) : BackgroundService
{
    private const int HoursOfNight = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.CheckNightly) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (NightAt(clock.GetUtcNow(), settings.Hour) is { } night && !stoppingToken.IsCancellationRequested) await LookAsync(night, stoppingToken);
        }
    }

    /// <summary>The night that this moment belongs to, or null by day.</summary>
    public static DateOnly? NightAt(DateTimeOffset moment, int hour)
    {
        var since = JapaneseDate.InTokyo(moment).AddHours(-hour);
        return since.Hour < HoursOfNight ? DateOnly.FromDateTime(since.DateTime) : null;
    }

    private async Task LookAsync(DateOnly night, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var round = scope.ServiceProvider.GetRequiredService<LinkRound>();
            if (await round.TakeAsync(night, cancel)) log.LogInformation("{Count} links to other sites were asked", await round.GoAsync(night, cancel));
        }
        catch (Exception mishap) when (mishap is not OperationCanceledException)
        {
            log.LogError(mishap, "Links to other sites could not be asked this time; it is tried again");
        }
        catch (OperationCanceledException)
        {
            // The site is stopping.
        }
    }
}
