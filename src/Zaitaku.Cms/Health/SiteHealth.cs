using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Mail;

namespace Zaitaku.Cms.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve; modules add checks of what they need.</summary>
internal static class SiteHealth
{
    public static void AddSiteHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<DiskCheck>("disk").AddCheck<OutboxCheck>("outbox");

    /// <summary>Before who asks is known and addresses are looked up: both ask the database, and a site that lives must say so without it.</summary>
    public static void UseSiteHealth(this IApplicationBuilder app) => app
        .UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
        .UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }),
        }, ContentJson.Indented));
    }
}

internal sealed class DatabaseCheck(SiteDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Set<SiteDocument>().CountAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception mishap) when (Outage.Is(mishap))
        {
            // In words of ours: the driver's own name the server, and anyone may read them here.
            return HealthCheckResult.Unhealthy(HealthText.DatabaseAway, mishap);
        }
    }
}

/// <summary>Mails that should have gone out long ago, or were given up.</summary>
internal sealed class OutboxCheck(SiteDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var waiting = db.Set<OutboxMessage>().Where(m => m.SentUtc == null && m.FailedUtc == null);
            var oldest = await waiting.OrderBy(m => m.CreatedUtc).Select(m => (DateTime?)m.CreatedUtc).FirstOrDefaultAsync(cancellationToken);
            if (oldest is { } since && now - since > LongAgo) return HealthCheckResult.Degraded(HealthText.MailsWait(await waiting.CountAsync(cancellationToken), (int)(now - since).TotalMinutes));
            var failed = await db.Set<OutboxMessage>().CountAsync(m => m.FailedUtc > now - Recently, cancellationToken);
            return failed == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(HealthText.MailsFailed(failed));
        }
        catch (Exception mishap) when (Outage.Is(mishap))
        {
            return HealthCheckResult.Unhealthy(HealthText.DatabaseAway, mishap);
        }
    }
}

internal sealed class DiskCheck(DataFolder folder) : IHealthCheck
{
    private const long EnoughBytes = 200L * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        return Task.FromResult(free >= EnoughBytes ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(HealthText.LittleSpace(free)));
    }
}
