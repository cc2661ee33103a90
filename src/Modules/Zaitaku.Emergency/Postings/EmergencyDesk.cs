using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Emergency.Postings;

/// <summary>Which notice is to be seen, where, and from when until when. Without <paramref name="FromUtc"/> it begins at once.</summary>
public sealed record PostingWish(string? NoticeId, bool OnFirstPage, DateTime? FromUtc, DateTime? UntilUtc);

/// <summary>Puts prepared notices on the site and takes them off. Each act is written down with it, and every page forgotten.</summary>
public sealed class EmergencyDesk(SiteDb db, AuditTrail audit, TimeProvider clock)
{
    public static readonly TimeSpan Usual = TimeSpan.FromHours(24);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>More at one time, and none would be read.</summary>
    public const int MaxAtOnce = 3;

    /// <returns>What is wrong with the wish, or nothing: then it stands.</returns>
    public Task<IReadOnlyList<ContentProblem>> PostAsync(PostingWish wish, CancellationToken cancel = default) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var notice = await PreparedAsync(wish.NoticeId, cancel);
        var standing = await db.Set<Posting>().AsNoTracking().Where(posting => posting.EndUtc > now).ToListAsync(cancel);
        ContentProblem[] problems = [.. ProblemsOf(wish, notice, now), .. ProblemsAmong(standing, wish, now)];
        if (problems.Length > 0) return problems;
        var posting = new Posting
        {
            ContentItemId = notice!.ContentItemId,
            Title = notice.DisplayText ?? "",
            OnFirstPage = wish.OnFirstPage,
            StartUtc = wish.FromUtc ?? now,
            EndUtc = wish.UntilUtc!.Value,
        };
        db.Add(posting);
        await NoteAsync("EmergencyPosted", posting, EmergencyText.Time(posting.StartUtc, posting.EndUtc), cancel);
        return [];
    }, cancel);

    /// <summary>Takes it off at once, or never lets it begin.</summary>
    /// <returns>What to tell; null when it is done.</returns>
    public Task<string?> LiftAsync(long id, CancellationToken cancel = default) => ChangeAsync(id, async (posting, now) =>
    {
        posting.EndUtc = now;
        if (posting.StartUtc > now) posting.StartUtc = now;
        await NoteAsync("EmergencyLifted", posting, null, cancel);
        return null;
    }, cancel);

    /// <summary>Lets it stand for another day.</summary>
    /// <inheritdoc cref="LiftAsync"/>
    public Task<string?> ExtendAsync(long id, CancellationToken cancel = default) => ChangeAsync(id, async (posting, now) =>
    {
        if (posting.EndUtc + Usual > now + Longest) return EmergencyText.NotLonger;
        posting.EndUtc += Usual;
        await NoteAsync("EmergencyExtended", posting, EmergencyText.Time(posting.StartUtc, posting.EndUtc), cancel);
        return null;
    }, cancel);

    /// <summary>Notices that can be posted: those that are published, for everyone.</summary>
    public IQueryable<ContentItem> Prepared => db.Content.IgnoreQueryFilters().AsNoTracking()
        .Where(item => item.ContentType == EmergencyNoticePart.ContentType && item.Published && item.Audience == Audience.Public);

    private Task<ContentItem?> PreparedAsync(string? id, CancellationToken cancel) => Prepared.FirstOrDefaultAsync(item => item.ContentItemId == id, cancel);

    private static IEnumerable<ContentProblem> ProblemsOf(PostingWish wish, ContentItem? notice, DateTime now)
    {
        var from = wish.FromUtc ?? now;
        if (notice is null) yield return new("Notice", EmergencyText.ChooseNotice);
        if (wish.FromUtc < now) yield return new("From", EmergencyText.StartIsPast);
        if (wish.FromUtc > now + Longest) yield return new("From", EmergencyText.StartIsFar);
        if (wish.UntilUtc is not { } until) yield return new("Until", EmergencyText.EndMissing);
        else if (until <= now) yield return new("Until", EmergencyText.EndIsPast);
        else if (until <= from) yield return new("Until", EmergencyText.EndBeforeStart);
        else if (until > from + Longest) yield return new("Until", EmergencyText.EndIsFar);
    }

    private static IEnumerable<ContentProblem> ProblemsAmong(List<Posting> standing, PostingWish wish, DateTime now)
    {
        var beside = standing.Where(posting => posting.StartUtc < wish.UntilUtc && (wish.FromUtc ?? now) < posting.EndUtc).ToList();
        if (beside.Exists(posting => posting.ContentItemId == wish.NoticeId)) yield return new("Notice", EmergencyText.StandsAlready);
        else if (beside.Count >= MaxAtOnce) yield return new("Notice", EmergencyText.TooMany(MaxAtOnce));
    }

    private Task<string?> ChangeAsync(long id, Func<Posting, DateTime, Task<string?>> change, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Posting>().FirstOrDefaultAsync(posting => posting.Id == id && posting.EndUtc > now, cancel) is { } posting ? await change(posting, now) : EmergencyText.OverAlready;
    }, refusal => refusal is null, cancel);

    private async Task NoteAsync(string act, Posting posting, string? comment, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        db.Evict(PageTag.Site);
        await audit.NoteAsync("Emergency", act, posting.ContentItemId, posting.Title, comment, cancel: cancel);
    }
}
