using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Guides.Worksheets;

public sealed record WorksheetLink(string Title, string Path, string? Lead);

/// <summary>Finds worksheets by where they stand.</summary>
public sealed class WorksheetRack(SiteDb db)
{
    public const string ContentType = "Worksheet";

    /// <summary>The worksheets whose address begins so, for example those of one book.</summary>
    public async Task<IReadOnlyList<WorksheetLink>> LinksAsync(string pathStart, CancellationToken cancel = default)
    {
        var items = await (from route in db.Set<AutoroutePartIndex>()
                           where route.ContentType == ContentType && route.Published && route.Path.StartsWith(pathStart)
                           join item in db.Content on route.ContentItemVersionId equals item.ContentItemVersionId
                           orderby route.Path
                           select item).AsNoTracking().ToListAsync(cancel);
        return [.. items.Select(i => new WorksheetLink(i.DisplayText ?? "", i.Get<AutoroutePart>()?.Path ?? "", i.Get<WorksheetPart>()?.Lead?.Text))];
    }
}
