using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Guides.FormSheets;

/// <summary>One file of a form, as the page offers it.</summary>
public sealed record SheetFile(string Url, string Kind, long Length);

/// <summary>A form as lists and its own page show it.</summary>
public sealed record FormSheet(ContentItem Item, FormSheetPart Part, IReadOnlyList<SheetFile> Files)
{
    public string Title => Item.DisplayText ?? "";
    public string Path => Item.Get<AutoroutePart>()?.Path ?? "";
}

/// <summary>Finds forms and their files, through the viewer's eyes.</summary>
public sealed class FormSheetRack(SiteDb db)
{
    public const string ContentType = "FormSheet";

    public async Task<IReadOnlyList<FormSheet>> AllAsync(CancellationToken cancel = default)
    {
        var items = await db.Content.Where(i => i.ContentType == ContentType && i.Published).OrderBy(i => i.CreatedUtc).ThenBy(i => i.Id).AsNoTracking().ToListAsync(cancel);
        return [.. await SheetsAsync(items, cancel)];
    }

    public async Task<FormSheet> OfAsync(ContentItem item, CancellationToken cancel = default) => (await SheetsAsync([item], cancel))[0];

    private async Task<List<FormSheet>> SheetsAsync(List<ContentItem> items, CancellationToken cancel)
    {
        var paths = items.SelectMany(i => i.Get<FormSheetPart>()?.Files?.Paths ?? []).ToList();
        var lengths = await db.Set<MediaFile>().Where(f => paths.Contains(f.Path)).ToDictionaryAsync(f => f.Path, f => f.Length, cancel);
        return items.ConvertAll(item =>
        {
            var part = item.Get<FormSheetPart>() ?? new FormSheetPart();
            return new FormSheet(item, part, [.. (part.Files?.Paths ?? []).Where(lengths.ContainsKey).Select(path =>
                new SheetFile("/media/" + path, GuidesText.FileKind(System.IO.Path.GetExtension(path)), lengths[path]))]);
        });
    }
}
