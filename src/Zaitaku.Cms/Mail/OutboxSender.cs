using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Mail;

/// <summary>
/// Sends what is in the outbox. A mail leaves the outbox only when the mail server has taken it; until then it is tried again, after a minute, two,
/// four, and so on up to six hours. A node takes a mail by moving the time of its next try: of several nodes one sends it.
/// </summary>
internal sealed class OutboxSender(IServiceScopeFactory scopes, MailSettings settings, OutboxBell bell, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Sends) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                }

                await bell.WaitAsync(Look, stoppingToken);
            }
            catch (Exception mishap) when (mishap is not OperationCanceledException)
            {
                // The database is away: the mails are safe in it, and are looked for again.
                log.LogWarning(mishap, "The outbox could not be read");
                await Task.Delay(Look, stoppingToken);
            }
        }
    }

    /// <returns>Whether there was one.</returns>
    private async Task<bool> SendNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var message = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.SentUtc == null && m.DueUtc <= now).OrderBy(m => m.Id).FirstOrDefaultAsync(cancel);
        if (message is null) return false;
        var next = now + Pause(message.Tries);
        var taken = await db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.SentUtc == null && m.DueUtc == message.DueUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueUtc, next).SetProperty(m => m.Tries, m => m.Tries + 1), cancel);
        if (taken == 0) return true;
        var error = await TryAsync(message, cancel);
        var sent = error is null ? clock.GetUtcNow().UtcDateTime : (DateTime?)null;
        // What was said is not kept once it was said: a link in it would be.
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentUtc, sent).SetProperty(m => m.Error, error).SetProperty(m => m.Body, m => error == null ? "" : m.Body), CancellationToken.None);
        return true;
    }

    internal static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(tries, 12)), LongestPause.TotalMinutes));

    private async Task<string?> TryAsync(OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            using var smtp = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = 30_000 };
            if (settings.UserName is not null) smtp.Credentials = new NetworkCredential(settings.UserName, settings.Password);
            using var mail = new MailMessage(settings.From, message.To, message.Subject, message.Body)
            {
                SubjectEncoding = Encoding.UTF8,
                BodyEncoding = Encoding.UTF8,
                HeadersEncoding = Encoding.UTF8,
            };
            await smtp.SendMailAsync(mail, cancel);
            return null;
        }
        catch (Exception mishap) when (mishap is SmtpException or FormatException or InvalidOperationException or IOException)
        {
            log.LogWarning("Mail {Id} could not be sent: {Reason}", message.Id, mishap.GetBaseException().Message);
            var reason = mishap.GetBaseException().Message;
            return reason.Length <= 1000 ? reason : reason[..1000];
        }
    }
}
