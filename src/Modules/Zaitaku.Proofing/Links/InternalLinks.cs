using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Proofing.Links;

/// <summary>Links within the site that lead nowhere, and pages that others lead to when they are about to go.</summary>
public sealed class InternalLinks(SiteDb db, IEnumerable<StandingPage> standing, IEnumerable<DerivedAddress> derived) : PublicationCheck
{
    private const int Named = 3;
    private const string MediaPrefix = "media/";

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

    private async Task<(RemarkLevel Level, string Rule, string Message, string? Address)?> FindAsync(ContentItem item, FoundLink link, CancellationToken cancel)
    {
        if (link.Url.Length == 0) return (RemarkLevel.Error, "LinkEmpty", ProofingText.LinkEmpty, null);
        if (IsElsewhere(link.Url)) return null;
        if (LinkTarget.Of(link.Url) is not { } target) return (RemarkLevel.Error, "LinkRelative", ProofingText.LinkRelative, null);
        if (target.Path.Length == 0 || standing.Any(page => page.Path == target.Path)) return null;
        return target.Path.StartsWith(MediaPrefix, StringComparison.Ordinal) ? await FindFileAsync(target.Path, cancel) : await FindPageAsync(item, target.Path, cancel);
    }

    /// <summary>Other sites are asked at night; telephones, mails and places on the same page are what they are.</summary>
    private static bool IsElsewhere(string url) =>
        url[0] == '#' || url.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal);

    private async Task<(RemarkLevel, string, string, string?)?> FindFileAsync(string path, CancellationToken cancel) =>
        await db.Set<MediaFile>().IgnoreQueryFilters().AnyAsync(file => file.Path == path.Substring(MediaPrefix.Length), cancel)
            ? null
            : (RemarkLevel.Error, "LinkNowhere", ProofingText.LinkToFileNowhere, null);

    private async Task<(RemarkLevel, string, string, string?)?> FindPageAsync(ContentItem item, string path, CancellationToken cancel)
    {
        var names = derived.Where(address => path.EndsWith(address.Suffix, StringComparison.Ordinal)).Select(address => path[..^address.Suffix.Length]).Append(path).ToList();
        var rows = await db.Set<AutoroutePartIndex>().IgnoreQueryFilters().Where(row => names.Contains(row.Path)).ToListAsync(cancel);
        if (rows.Find(row => row.Published) is { } page)
        {
            return page.Audience > (item.Get<Cms.Parts.AudiencePart>()?.Audience ?? Audience.Public)
                ? (RemarkLevel.Advice, "LinkNarrower", ProofingText.LinkNarrower, null) : null;
        }

        if (rows.Count > 0) return (RemarkLevel.Error, "LinkToDraft", ProofingText.LinkToDraft, null);
        var moved = await db.Set<Redirect>().Where(redirect => redirect.Path == path)
            .Join(db.Set<AutoroutePartIndex>(), redirect => redirect.ContentItemId, row => row.ContentItemId, (redirect, row) => row.Path).FirstOrDefaultAsync(cancel);
        return moved is null ? (RemarkLevel.Error, "LinkNowhere", ProofingText.LinkNowhere, null) : (RemarkLevel.Advice, "LinkMoved", ProofingText.LinkMoved, $"/{moved}");
    }
}
