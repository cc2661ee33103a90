using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Zaitaku.Testing;

/// <summary>A real server of somebody else, on a free port of this machine: pages that are there, gone, moved, slow, endless or treacherous.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();
    private int together;

    private OtherSite(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>As the settings allow it.</summary>
    public string Host => new Uri(Address).Authority;

    /// <summary>Whether <c>/flaky</c> answers.</summary>
    public bool IsWell { get; set; }

    /// <summary>Each question so far: method and path.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public string? Agent { get; private set; }

    /// <summary>How many bytes of <c>/endless</c> were taken off its hands.</summary>
    public long Poured { get; private set; }

    /// <summary>The most questions that were open at one moment.</summary>
    public int MostTogether { get; private set; }

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new OtherSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync();
        return site;
    }

    public string Url(string path) => Address + path;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        MostTogether = Math.Max(MostTogether, Interlocked.Increment(ref together));
        asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
        Agent = context.Request.Headers.UserAgent;
        try
        {
            await AnswerAsync(context, context.Request.Path.Value!);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has hung up.
        }
        finally
        {
            Interlocked.Decrement(ref together);
        }
    }

    private Task AnswerAsync(HttpContext context, string path) => path switch
    {
        "/ok" or "/other" => Task.CompletedTask,
        "/moved" => LeadAsync(context, 301, "/moved-again"),
        "/moved-again" => LeadAsync(context, 308, "ok"),
        "/loop" => LeadAsync(context, 302, "/loop"),
        "/to-metadata" => LeadAsync(context, 302, "http://169.254.169.254/latest/meta-data/"),
        "/to-loopback" => LeadAsync(context, 302, "http://127.0.0.1/"),
        "/to-other-port" => LeadAsync(context, 302, "http://127.0.0.1:22/"),
        "/to-file" => LeadAsync(context, 302, "file:///etc/passwd"),
        "/no-head" => SayAsync(context, HttpMethods.IsHead(context.Request.Method) ? 405 : 200),
        "/flaky" => SayAsync(context, IsWell ? 200 : 500),
        "/members" => SayAsync(context, 403),
        "/slow" => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted),
        "/endless" => PourAsync(context),
        _ => SayAsync(context, 404),
    };

    private static Task SayAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task LeadAsync(HttpContext context, int status, string where)
    {
        context.Response.Headers.Location = where;
        return SayAsync(context, status);
    }

    private async Task PourAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = 405;
            return;
        }

        // At a walk: for a while after the other side has hung up the server takes bytes as fast as they come, and throws them away.
        var bucket = new byte[16 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(bucket, context.RequestAborted);
            Poured += bucket.Length;
            await Task.Delay(1, context.RequestAborted);
        }
    }
}
