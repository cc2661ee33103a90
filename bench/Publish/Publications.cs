using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Bench;

/// <summary>
/// Publishes one chapter again and again, each time while its page is in the cache, and prints how many milliseconds each took by the clock and of the processor: the new version, its
/// index rows, what the modules add, the commit to the disk and the eviction. The argument is a folder for the site's data.
/// </summary>
internal static class Publications
{
    private const string Chapter = "guides/acp/who-comes";
    /// <summary>As long as the compiler is still at work on what is called often.</summary>
    private const int Warm = 1000;
    private const int Measured = 200;

    public static async Task Main(string[] args)
    {
        await using var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseEnvironment("Production").UseSetting("Zaitaku:DataPath", args[0]).UseSetting("Printing:Enabled", "false"));
        using var visitor = site.CreateClient();
        for (var time = 0; time < Warm + Measured; time++)
        {
            await visitor.GetStringAsync(Chapter);
            var title = string.Create(CultureInfo.InvariantCulture, $"Chapter {time}");
            var took = await PublishAsync(site.Services, title);
            if (!(await visitor.GetStringAsync(Chapter)).Contains(title, StringComparison.Ordinal)) throw new InvalidOperationException("The cache still has the page of before.");
            if (time >= Warm) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.Clock.TotalMilliseconds:0.00} {took.Cpu.TotalMilliseconds:0.00}"));
        }
    }

    private static async Task<(TimeSpan Clock, TimeSpan Cpu)> PublishAsync(IServiceProvider services, string title)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, store) = (scope.ServiceProvider.GetRequiredService<SiteDb>(), scope.ServiceProvider.GetRequiredService<ContentStore>());
        var id = await db.Set<AutoroutePartIndex>().Where(route => route.Path == Chapter && route.Published).Select(route => route.ContentItemId).SingleAsync();
        var item = await store.LatestAsync(id) ?? throw new InvalidOperationException("The sample content has no such chapter.");
        item.DisplayText = title;
        item.Alter<TitlePart>(part => part.Title = title);
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var problems = await store.PublishAsync(item);
        var took = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - used);
        return problems.Count == 0 ? took : throw new InvalidOperationException(problems[0].Message);
    }
}
