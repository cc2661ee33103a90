using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;

namespace Zaitaku.Guides.Feedback;

/// <summary>「このページは役に立ちましたか」.</summary>
public enum FeedbackAnswer
{
    Yes = 1,
    No = 2,

    /// <summary>まちがいがある.</summary>
    Wrong = 3,
}

/// <summary>How often one answer was given about one version of one page on one day. Nothing about who gave it is kept.</summary>
public sealed class FeedbackCount
{
    public string ContentItemId { get; set; } = "";
    public string ContentItemVersionId { get; set; } = "";
    public FeedbackAnswer Answer { get; set; }

    /// <summary>The day in Tokyo.</summary>
    public DateOnly Day { get; set; }
    public int Count { get; set; }
}

public sealed class FeedbackTable : ITableMap
{
    public void Map(ModelBuilder modelBuilder) => modelBuilder.Entity<FeedbackCount>(feedback =>
    {
        feedback.ToTable("FeedbackCount");
        feedback.HasKey(f => new { f.ContentItemVersionId, f.Answer, f.Day });
        feedback.Property(f => f.ContentItemId).HasMaxLength(26);
        feedback.Property(f => f.ContentItemVersionId).HasMaxLength(26);
        feedback.Property(f => f.Answer).HasConversion<string>().HasMaxLength(8);
        feedback.HasIndex(f => f.ContentItemId);
    });
}

/// <summary>Takes answers.</summary>
public sealed class FeedbackDesk(SiteDb db, TimeProvider clock)
{
    /// <summary>Counts an answer about the version that is published now, or about an earlier one that the visitor still had open.</summary>
    /// <returns>Whether there is such a page for this visitor.</returns>
    public async Task<bool> TakeAsync(string contentItemId, string versionId, FeedbackAnswer answer, CancellationToken cancel = default)
    {
        // The item must be readable by whoever answers; which of its versions they read does not matter.
        if (!await db.Content.AnyAsync(i => i.ContentItemId == contentItemId && i.Published, cancel)) return false;
        if (!await db.Content.IgnoreQueryFilters().AnyAsync(i => i.ContentItemId == contentItemId && i.ContentItemVersionId == versionId, cancel)) return false;
        var day = Cms.Text.JapaneseDate.DayInTokyo(clock.GetUtcNow());
        await db.WriteAsync(async () =>
        {
            var counted = await db.Set<FeedbackCount>()
                .Where(f => f.ContentItemVersionId == versionId && f.Answer == answer && f.Day == day)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Count, f => f.Count + 1), cancel);
            if (counted == 0) db.Add(new FeedbackCount { ContentItemId = contentItemId, ContentItemVersionId = versionId, Answer = answer, Day = day, Count = 1 });
            return true;
        }, cancel);
        return true;
    }
}
