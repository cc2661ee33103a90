using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;

namespace Zaitaku.Guides.Feedback;

/// <summary>A page of which readers say that something in it is wrong.</summary>
public sealed record DoubtedPage(string ContentItemId, string Title, int Count, DateOnly Last);

/// <summary>
/// 「まちがいがある」: what readers say of the versions they can read now. A page that has been corrected is published anew, and its answers are those
/// of the new version.
/// </summary>
public sealed class DoubtedPages(SiteDb db, Viewer viewer, TimeProvider clock)
{
    private static readonly TimeSpan Heard = TimeSpan.FromDays(90);

    public async Task<List<DoubtedPage>> ListAsync(CancellationToken cancel)
    {
        var since = JapaneseDate.DayInTokyo(clock.GetUtcNow() - Heard);
        var counts = await (from feedback in db.Set<FeedbackCount>()
                            where feedback.Answer == FeedbackAnswer.Wrong && feedback.Day >= since
                            join item in db.Content.IgnoreQueryFilters() on feedback.ContentItemVersionId equals item.ContentItemVersionId
                            where item.Published && item.Audience <= viewer.Audience
                            select new { item.ContentItemId, item.DisplayText, feedback.Count, feedback.Day }).ToListAsync(cancel);
        return [.. counts.GroupBy(c => c.ContentItemId).Select(g => new DoubtedPage(g.Key, g.First().DisplayText ?? "", g.Sum(c => c.Count), g.Max(c => c.Day))).OrderByDescending(p => p.Count)];
    }
}

public sealed class FeedbackTasks(DoubtedPages pages) : AdminTasks
{
    public override int Order => 20;

    public override async Task<IReadOnlyList<AdminTask>> ForAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.May(CmsPermissions.EditContent) ? [new(GuidesText.SaidWrong, (await pages.ListAsync(cancel)).Count, "/admin/feedback")] : [];
}
