using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Guides.Editions;

/// <summary>What an edition holds stays: whoever has a printed copy can always be told what has changed since.</summary>
public sealed class EditionHold(SiteDb db) : VersionHold
{
    public override async Task<IReadOnlyDictionary<string, string>> HeldAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancel)
    {
        var held = await (from text in db.Set<EditionText>()
                          where versionIds.Contains(text.ContentItemVersionId)
                          join edition in db.Set<BookEdition>() on new { text.BookId, text.Number } equals new { edition.BookId, edition.Number }
                          select new { text.ContentItemVersionId, text.Title, edition.Name }).ToListAsync(cancel);
        return held.GroupBy(h => h.ContentItemVersionId).ToDictionary(g => g.Key, g => GuidesText.HeldByEdition(g.First().Title, g.First().Name));
    }
}
