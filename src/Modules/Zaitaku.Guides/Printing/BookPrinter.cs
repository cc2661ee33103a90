using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Rendering;
using Zaitaku.Cms.Web;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>
/// Makes the PDFs of public books with WeasyPrint, once for each publication, in the background. Where WeasyPrint is not installed there are none,
/// and the readiness check says so.
/// </summary>
public sealed class BookPrinter(
    IServiceScopeFactory scopes, PdfShelf shelf, SiteCache cache, DataFolder folder, IWebHostEnvironment environment, PrintingSettings settings,
    ILogger<BookPrinter> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim work = new(1);

    /// <summary>Says that a book has changed.</summary>
    public void Wake()
    {
        if (work.CurrentCount == 0) work.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled || !WeasyPrint.IsInstalled) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await work.WaitAsync(stoppingToken);
            // Publications come in bunches: the first view of a started site, and the rest of the bunch, go first.
            await Task.Delay(Quiet, stoppingToken);
            try
            {
                await PrintAllAsync(stoppingToken);
            }
            catch (Exception outage) when (!stoppingToken.IsCancellationRequested && Outage.Is(outage))
            {
                log.LogWarning(outage, "Books are printed when the database is back");
                await Task.Delay(Pause, stoppingToken);
                Wake();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Books could not be printed");
            }
        }
    }

    /// <summary>Makes every PDF that is missing.</summary>
    public async Task PrintAllAsync(CancellationToken cancel)
    {
        foreach (var kind in new[] { Shelf.Guides, Shelf.Handbooks })
        {
            await using var scope = scopes.CreateAsyncScope();
            // A passer-by's eyes: what only professionals may read never gets into a public file.
            var visitor = new DefaultHttpContext { RequestServices = scope.ServiceProvider, User = new ClaimsPrincipal(new ClaimsIdentity()) };
            scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = visitor;
            foreach (var book in await scope.ServiceProvider.GetRequiredService<Bookshelf>().BooksAsync(kind, cancel))
            {
                if (shelf.Find(book) is null) await PrintAsync(book, visitor, cancel);
            }
        }
    }

    private async Task PrintAsync(Book book, HttpContext visitor, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var services = visitor.RequestServices;
        var printed = await services.GetRequiredService<BookPress>().GatherAsync(book, cancel);
        var html = await services.GetRequiredService<ViewWriter>().WriteAsync(visitor, "Guides/WholeBookPage", printed, cancel);
        var made = Path.Combine(folder.Sub("books"), $"{book.Id}.making");
        await WeasyPrint.MakeAsync(html, await StyleAsync(cancel), await services.GetRequiredService<SiteAddress>().BaseAsync(cancel), made, Patience, cancel);
        shelf.Put(book, made);
        cache.Evict(PageTag.Item(book.Id));
        log.LogInformation("Printed {Book} in {Seconds:0.0} s", book.Path, watch.Elapsed.TotalSeconds);
    }

    private async Task<string> StyleAsync(CancellationToken cancel)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("assets/book.css").CreateReadStream());
        return await reader.ReadToEndAsync(cancel);
    }
}

/// <summary>Wakes the printer when a book or a chapter is published.</summary>
public sealed class PrintOnPublication(BookPrinter printer) : ContentHandler
{
    private static readonly string[] Types = [.. Shelf.BookTypes, ChapterIndexing.ContentType, .. Bookshelf.Surroundings];

    public override Task PublishedAsync(ContentContext context)
    {
        if (Types.Contains(context.Item.ContentType)) context.Db.AfterCommit(printer.Wake);
        return Task.CompletedTask;
    }
}

/// <summary>Section <c>Printing</c> of the settings.</summary>
public sealed class PrintingSettings
{
    /// <summary>Whether this process makes PDFs. One of several nodes that share a data folder is enough.</summary>
    public bool Enabled { get; set; } = true;
}
