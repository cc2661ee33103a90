using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Records;
using Zaitaku.Cms.Admin;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>Who changed what and when, the newest first, with what it was before; and the same as a file.</summary>
[Authorize(Policy = "ViewAuditTrail")]
public sealed class AuditTrailModel(RecordDesk desk) : PageModel
{
    /// <summary>The most lines that one file holds.</summary>
    public const int MaxInFile = 20_000;

    public RecordFilter Filter { get; private set; } = null!;

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IReadOnlyList<RecordedAct> Acts { get; private set; } = [];

    public PageOfList Paging { get; private set; } = null!;

    public string FilePath => "/admin/audit-trail" + Query("Csv");

    public async Task OnGetAsync(string? q, string? who, string? kind, string? what, string? item, DateOnly? from, DateOnly? until, int? page, CancellationToken cancel)
    {
        Filter = new(q, who, kind, what, item, from, until);
        (Kinds, Names) = (await desk.KindsAsync(cancel), await desk.ActsAsync(cancel));
        Paging = new PageOfList(Math.Max(page ?? 1, 1), await desk.CountAsync(Filter, cancel), "/admin/audit-trail" + Query(null));
        Acts = await desk.LedAsync(await desk.Find(Filter).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel), cancel);
    }

    /// <summary>Written as it is read from the database: a long record does not pass through memory as a whole.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? q, string? who, string? kind, string? what, string? item, DateOnly? from, DateOnly? until, CancellationToken cancel)
    {
        Filter = new(q, who, kind, what, item, from, until);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"audit-trail.csv\"";
        await Response.Body.WriteAsync(Encoding.UTF8.GetPreamble(), cancel);
        await Response.WriteAsync(RecordCsv.Head, cancel);
        await foreach (var row in desk.Find(Filter).Take(MaxInFile).AsAsyncEnumerable().WithCancellation(cancel)) await Response.WriteAsync(RecordCsv.Of(row), cancel);
        return new EmptyResult();
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private QueryString Query(string? handler) => QueryString.Create(new Dictionary<string, string?>
    {
        ["handler"] = handler,
        ["q"] = Filter.Words,
        ["who"] = Filter.Who,
        ["kind"] = Filter.Kind,
        ["what"] = Filter.What,
        ["item"] = Filter.Item,
        ["from"] = Day(Filter.From),
        ["until"] = Day(Filter.Until),
    }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
