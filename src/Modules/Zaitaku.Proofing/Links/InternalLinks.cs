using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Proofing.Links;

/// <summary>Links within the site that lead nowhere, and pages that others lead to when they are about to go.</summary>
public sealed class InternalLinks(SiteDb db, SiteLinks links) : PublicationCheck
{
    private const int Named = 3;

    public override async Task<IReadOnlyList<Remark>> ReadAsync(ContentItem item, CancellationToken cancel = default)
    {
        var remarks = new List<Remark>();
        foreach (var text in ItemText.Of(item))
        {
            foreach (var link in LinkReader.Read(text))
            {
                if (await FindAsync(item, link, cancel) is not var (level, rule, message, address)) continue;
                var fix = address is null ? null : text.Text.Substring(link.Start, link.Length).Replace(link.Url, address, StringComparison.Ordinal);
                remarks.Add(Place.At(text, link.Start, link.Length, level, rule, message, fix));
            }
        }

        return remarks;
    }

    public override async Task<IReadOnlyList<Remark>> BeforeTakingDownAsync(ContentItem item, CancellationToken cancel = default)
    {
        if (item.Get<AutoroutePart>()?.Path is not { Length: > 0 } path) return [];
        var from = await db.Set<LinkUse>().IgnoreQueryFilters().Where(use => use.Target == path && use.Published && use.ContentItemId != item.ContentItemId)
            .Select(use => use.ContentItemId).Distinct().ToListAsync(cancel);
        if (from.Count == 0) return [];
        var titles = await db.Content.IgnoreQueryFilters().Where(i => from.Contains(i.ContentItemId) && i.Published).OrderBy(i => i.DisplayText)
            .Select(i => i.DisplayText).Take(Named).ToListAsync(cancel);
        return [new(RemarkLevel.Error, "LinkedFrom", "", ProofingText.LinkedFrom(from.Count, string.Join("、", titles)))];
    }

    /// <summary>Other sites are asked at night; telephones, mails and places on the same page are what they are.</summary>
    private async Task<(RemarkLevel Level, string Rule, string Message, string? Address)?> FindAsync(ContentItem item, FoundLink link, CancellationToken cancel)
    {
        if (link.Url.Length == 0) return (RemarkLevel.Error, "LinkEmpty", ProofingText.LinkEmpty, null);
        var end = await links.EndOfAsync(link.Url, cancel);
        return end.Kind switch
        {
            LinkEndKind.NoAddress => (RemarkLevel.Error, "LinkRelative", ProofingText.LinkRelative, null),
            LinkEndKind.Page when end.Audience > (item.Get<AudiencePart>()?.Audience ?? Audience.Public) => (RemarkLevel.Advice, "LinkNarrower", ProofingText.LinkNarrower, null),
            LinkEndKind.Draft => (RemarkLevel.Error, "LinkToDraft", ProofingText.LinkToDraft, null),
            LinkEndKind.Moved => (RemarkLevel.Advice, "LinkMoved", ProofingText.LinkMoved, $"/{end.NowAt}"),
            LinkEndKind.Nowhere => (RemarkLevel.Error, "LinkNowhere", ProofingText.LinkNowhere, null),
            LinkEndKind.NoFile => (RemarkLevel.Error, "LinkNowhere", ProofingText.LinkToFileNowhere, null),
            _ => null,
        };
    }
}
