using Microsoft.EntityFrameworkCore;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin.Freshness;

/// <summary>Says that somebody has looked and the page is true, without changing what it says.</summary>
public sealed class ReviewDesk(SiteDb db, ContentStore store, ContentDesk desk, Viewer viewer, TimeProvider clock)
{
    /// <summary>The name of the box beside the button that publishes.</summary>
    public const string Tick = "reviewed";

    /// <summary>Sets the date of the next look at the page that readers see, and at its draft.</summary>
    /// <returns>The day, or null when there is no such page.</returns>
    public Task<DateTime?> ConfirmAsync(string id, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var item = await db.Content.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(i => i.ContentItemId == id && i.Published && i.Audience <= viewer.Audience, cancel);
        if (item is null) return null;
        var next = Next(await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel), item.ContentType);
        await store.AnnotateAsync(id, version => version.Alter<ReviewPart>(part => part.ReviewBy = next), cancel);
        await desk.NoteAsync(Acts.Reviewed, item, cancel, AdminText.NextReview(next));
        return (DateTime?)next;
    }, cancel);

    /// <summary>Takes the box of a form that publishes into the item. A page that has never had a date gets one in any case; a day chosen by hand stands.</summary>
    public void Take(ContentItem item, DateTime? before, PostedForm form, ContentDefinitions definitions)
    {
        if (form.Value("act") is not ("publish" or "publish-over") || PartOf(definitions, item.ContentType) is null) return;
        var now = item.Get<ReviewPart>()?.ReviewBy;
        if (now is not null && (now != before || form.Value(Tick) != "true")) return;
        item.Alter<ReviewPart>(part => part.ReviewBy = Next(definitions, item.ContentType));
    }

    private DateTime Next(ContentDefinitions definitions, string type)
    {
        var months = PartOf(definitions, type)?.Setting<ReviewPartSettings>().Months ?? new ReviewPartSettings().Months;
        return DateTime.SpecifyKind(JapaneseDate.DayInTokyo(clock.GetUtcNow()).AddMonths(Math.Clamp(months, 1, 120)).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
    }

    private static ContentTypePartDefinition? PartOf(ContentDefinitions definitions, string type) =>
        definitions.Type(type)?.Parts.Find(part => part.PartName == nameof(ReviewPart));
}
