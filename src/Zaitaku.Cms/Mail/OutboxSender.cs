using System.Diagnostics;
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
/// four, and so on up to six hours, for two days. A node takes a mail by moving the time of its next try: of several nodes one sends it.
/// </summary>
internal sealed class OutboxSender(IServiceScopeFactory scopes, MailSettings settings, OutboxBell bell, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    /// <summary>Eight hours and a half while the pauses grow, then seven times six hours.</summary>
    internal const int MostTries = 16;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (settings.Sends && await SendNextAsync(stoppingToken))
                {
                }

                await PurgeAsync(stoppingToken);
                await bell.WaitAsync(settings.LookAgain ?? Look, stoppingToken);
            }
            catch (Exception mishap) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away: the mails are safe in it, and are looked for again.
                log.LogWarning(mishap, "The outbox could not be read");
                await Task.Delay(settings.LookAgain ?? Look, stoppingToken);
            }
        }
    }

    internal static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Math.Min(tries, 12)), LongestPause.TotalMinutes));

    /// <returns>Whether there was one.</returns>
    private async Task<bool> SendNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var message = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.SentUtc == null && m.FailedUtc == null && m.DueUtc <= now).OrderBy(m => m.Id).FirstOrDefaultAsync(cancel);
        if (message is null) return false;
        var next = now + Pause(message.Tries);
        // Without an error a mail is on its way, and nobody can ask for another try of it.
        var taken = await db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.SentUtc == null && m.FailedUtc == null && m.DueUtc == message.DueUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueUtc, next).SetProperty(m => m.Tries, m => m.Tries + 1).SetProperty(m => m.Error, (string?)null), cancel);
        if (taken == 0) return true;
        await NoteAsync(db, message, await TryAsync(message, cancel));
        return true;
    }

    /// <summary>Written down whatever happens: what the mail server has taken must not be sent again because the site is stopping.</summary>
    private async Task NoteAsync(SiteDb db, OutboxMessage message, string? error)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime? sent = error is null ? now : null;
        DateTime? failed = error is not null && message.Tries + 1 >= MostTries ? now : null;
        // What was said is not kept once it was said: a link in it would be.
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentUtc, sent).SetProperty(m => m.FailedUtc, failed).SetProperty(m => m.Error, error).SetProperty(m => m.Body, m => error == null ? "" : m.Body), CancellationToken.None);
    }

    private async Task PurgeAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(settings.KeepDays);
        await scope.ServiceProvider.GetRequiredService<SiteDb>().Set<OutboxMessage>().Where(m => m.SentUtc < until || m.FailedUtc < until).ExecuteDeleteAsync(cancel);
    }

    private async Task<string?> TryAsync(OutboxMessage message, CancellationToken cancel)
    {
        var (patience, watch) = (TimeSpan.FromSeconds(settings.PatienceSeconds), Stopwatch.StartNew());
        try
        {
            // Its timeout ends a mail that hangs; being told to cancel does not.
            using var smtp = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = (int)patience.TotalMilliseconds };
            if (settings.UserName is not null) smtp.Credentials = new NetworkCredential(settings.UserName, settings.Password);
            using var mail = Mail(message);
            await smtp.SendMailAsync(mail, cancel);
            return null;
        }
        catch (SmtpException) when (watch.Elapsed >= patience)
        {
            return Reason(message, MailText.NoAnswer);
        }
        catch (Exception mishap) when (mishap is SmtpException or FormatException or InvalidOperationException or IOException)
        {
            return Reason(message, mishap.GetBaseException().Message);
        }
    }

    private MailMessage Mail(OutboxMessage message)
    {
        var mail = new MailMessage(settings.From, message.To, message.Subject, message.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        // The same at every try: a mailbox that got it twice, because an answer was lost on the way, can tell.
        mail.Headers["Message-ID"] = $"<{message.Id}.{message.CreatedUtc.Ticks}@{new MailAddress(settings.From).Host}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        return mail;
    }

    private string Reason(OutboxMessage message, string reason)
    {
        log.LogWarning("Mail {Id} could not be sent: {Reason}", message.Id, reason.Replace(message.To, "", StringComparison.OrdinalIgnoreCase));
        var line = new string([.. reason.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return line.Length <= 1000 ? line : line[..1000];
    }
}
