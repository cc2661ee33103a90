using Zaitaku.Cms.AuditTrail;

namespace Zaitaku.Admin.Records;

/// <summary>What of the record is asked for. Days are Tokyo's, both included.</summary>
/// <param name="Words">A title's part, or an id.</param>
/// <param name="Kind">A category.</param>
/// <param name="What">An act.</param>
/// <param name="Item">The id of one content item.</param>
public sealed record RecordFilter(string? Words, string? Who, string? Kind, string? What, string? Item, DateOnly? From, DateOnly? Until)
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public IQueryable<AuditTrailEvent> Of(IQueryable<AuditTrailEvent> rows)
    {
        var (words, who, kind, what, item) = (Plain(Words), Plain(Who), Plain(Kind), Plain(What), Plain(Item));
        if (words.Length > 0) rows = rows.Where(row => row.CorrelationId == words || row.Title != null && row.Title.Contains(words));
        if (who.Length > 0) rows = rows.Where(row => row.UserName != null && row.UserName.Contains(who));
        if (kind.Length > 0) rows = rows.Where(row => row.Category == kind);
        if (what.Length > 0) rows = rows.Where(row => row.Name == what);
        if (item.Length > 0) rows = rows.Where(row => row.CorrelationId == item);
        if (From is { } first)
        {
            var since = StartOf(first);
            rows = rows.Where(row => row.CreatedUtc >= since);
        }

        if (Until is not { } last || last == DateOnly.MaxValue) return rows;
        var before = StartOf(last.AddDays(1));
        return rows.Where(row => row.CreatedUtc < before);
    }

    /// <summary>PostgreSQL takes no NUL.</summary>
    private static string Plain(string? typed) => string.Concat((typed ?? "").Where(letter => !char.IsControl(letter))).Trim();

    private static DateTime StartOf(DateOnly day) => day == DateOnly.MinValue ? DateTime.MinValue : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Tokyo).UtcDateTime;
}
