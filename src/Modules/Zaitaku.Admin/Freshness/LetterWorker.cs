using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Mail;

namespace Zaitaku.Admin.Freshness;

/// <summary>Looks every few minutes whether letters are due. A site that sends no mail writes none: they would be old when it does.</summary>
public sealed class LetterWorker(IServiceScopeFactory scopes, FreshnessSettings settings, MailSettings mail, TimeProvider clock, ILogger<LetterWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.Sends || !settings.Letters) return;
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
            var desk = scope.ServiceProvider.GetRequiredService<LetterDesk>();
            await desk.WriteOverdueAsync(cancel);
            await desk.WriteEndingAsync(cancel);
        }
        catch (Exception mishap) when (mishap is not OperationCanceledException)
        {
            log.LogError(mishap, "Letters to departments could not be written this time; it is tried again");
        }
        catch (OperationCanceledException)
        {
            // The site is stopping.
        }
    }
}
