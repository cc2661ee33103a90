using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Freshness;

/// <summary>Whoever publishes a page with another date of review has looked at it: that is an act, and is written down as one.</summary>
public sealed class ReviewHandler(AuditTrail audit, Actor actor) : ContentHandler
{
    public override async Task PublishedAsync(ContentContext context)
    {
        if (actor.UserId is null || !context.Item.Published || context.Item.Get<ReviewPart>()?.ReviewBy is not { } next || context.Previous?.Get<ReviewPart>()?.ReviewBy == next) return;
        await audit.NoteAsync("Content", Acts.Reviewed, context.Item.ContentItemId, context.Item.DisplayText, AdminText.NextReview(next));
    }
}
