using Zaitaku.Cms.Feeds;

namespace Zaitaku.Emergency.Postings;

/// <summary>What is seen now stands in feed.xml too, for those who read the site that way.</summary>
public sealed class PostedFeed(PostedNotices notices) : FeedSource
{
    public override async Task<IReadOnlyList<FeedEntry>> EntriesAsync(CancellationToken cancel = default) =>
    [
        .. (await notices.NowAsync(cancel)).Seen.Select(notice => new FeedEntry(
            notice.Anchor, EmergencyText.Heading(notice.Part.IsUrgent, notice.Title), notice.Anchor, notice.Posting.StartUtc, notice.Part.Text?.Text ?? "")),
    ];
}
