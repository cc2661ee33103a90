using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.AuditTrail;

/// <summary>Writes down who did what. The row stands or falls with the running write; without one it is saved at once.</summary>
public sealed class AuditTrail(SiteDb db, Actor actor, TimeProvider clock)
{
    /// <param name="correlationId">What it was done to.</param>
    /// <param name="title">What that is called.</param>
    public Task NoteAsync(string category, string name, string correlationId, string? title = null, string? comment = null, string? data = null, CancellationToken cancel = default) =>
        db.WriteAsync(async () =>
        {
            db.Add(new AuditTrailEvent
            {
                CreatedUtc = clock.GetUtcNow().UtcDateTime,
                Category = category,
                Name = name,
                CorrelationId = Cut(correlationId, AuditTrailTable.MaxTitle)!,
                Title = Cut(title, AuditTrailTable.MaxTitle),
                UserId = actor.UserId,
                UserName = actor.UserName,
                Comment = Cut(comment, AuditTrailTable.MaxComment),
                Data = data,
            });
            return await db.SaveChangesAsync(cancel);
        }, cancel);

    /// <summary>An act that is done is written down, however long the words for it are.</summary>
    private static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
