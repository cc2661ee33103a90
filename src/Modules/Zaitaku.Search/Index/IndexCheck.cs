using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Index;

/// <summary>Tells operators when the search does not know all that is published. Every other page is served all the same, so it is no reason to take the site out.</summary>
internal sealed class IndexCheck(SiteDb db, PageMaker pages) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await db.Set<SearchGeneration>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { Analysis: not 0 } generation) return HealthCheckResult.Degraded(SearchText.IndexMissing);
            var behind = await IndexState.BehindAsync(db, pages, generation.Current, cancellationToken);
            return behind == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(SearchText.IndexBehind(behind));
        }
        catch (Exception mishap) when (Outage.Is(mishap))
        {
            return HealthCheckResult.Degraded(SearchText.IndexUnknown, mishap);
        }
    }
}
