using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Emergency.Postings;

/// <summary>A notice with the time in which it is seen.</summary>
public sealed record PostedNotice(Posting Posting, string Title, EmergencyNoticePart Part)
{
    /// <summary>Its place on a page, and its name in the feed.</summary>
    public string Anchor => $"emergency-{Posting.Id}";

    public bool IsSeenAt(DateTime moment) => Posting.StartUtc <= moment && moment < Posting.EndUtc;
}

/// <summary>What is seen now, and when that will change by itself.</summary>
/// <param name="Until">Null when nothing is planned.</param>
public sealed record NoticesNow(IReadOnlyList<PostedNotice> Seen, DateTime? Until);

/// <summary>What stands on the site. Every page asks, so the rows are kept; the clock is looked at each time.</summary>
public sealed class PostedNotices(SiteDb db, SiteCache cache, TimeProvider clock)
{
    public async ValueTask<NoticesNow> NowAsync(CancellationToken cancel = default)
    {
        var notices = await cache.GetOrMakeAsync("emergency", [PageTag.Site], () => ReadAsync(cancel));
        var now = clock.GetUtcNow().UtcDateTime;
        var changes = notices.SelectMany(notice => new[] { notice.Posting.StartUtc, notice.Posting.EndUtc }).Where(moment => moment > now).ToList();
        return new([.. notices.Where(notice => notice.IsSeenAt(now))], changes.Count > 0 ? changes.Min() : null);
    }

    /// <summary>Those not over yet, the urgent ones first: the same for every reader, so public notices alone.</summary>
    private async Task<List<PostedNotice>> ReadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await (from posting in db.Set<Posting>()
                          where posting.EndUtc > now
                          join item in db.Content.IgnoreQueryFilters() on posting.ContentItemId equals item.ContentItemId
                          where item.Published && item.Audience == Audience.Public
                          select new { posting, item }).AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => NoticeOf(row.posting, row.item)).OrderByDescending(notice => notice.Part.IsUrgent).ThenByDescending(notice => notice.Posting.StartUtc)];
    }

    private static PostedNotice NoticeOf(Posting posting, ContentItem item) => new(posting, item.DisplayText ?? "", item.Get<EmergencyNoticePart>() ?? new());
}
