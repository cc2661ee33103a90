using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Emergency.Postings;

/// <summary>A notice that stands on the site, or is going to, is not taken from under it by mistake.</summary>
public sealed class PostedNoticeCheck(SiteDb db, TimeProvider clock) : PublicationCheck
{
    public override Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<Remark>>([]);

    public override async Task<IReadOnlyList<Remark>> BeforeTakingDownAsync(ContentItem item, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var stands = item.ContentType == EmergencyNoticePart.ContentType &&
            await db.Set<Posting>().AnyAsync(posting => posting.ContentItemId == item.ContentItemId && posting.EndUtc > now, cancel);
        return stands ? [new(RemarkLevel.Error, "EmergencyPosted", "", EmergencyText.StandsOnSite)] : [];
    }
}
