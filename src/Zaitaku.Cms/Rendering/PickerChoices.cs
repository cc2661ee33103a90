using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Media;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Cms.Rendering;

/// <summary>Boxes of a form, any of which may be chosen.</summary>
public sealed record Picks(FormControl Control, IReadOnlyList<(string Label, string Value)> Choices, IReadOnlyList<string> Picked);

/// <summary>An item inside a list, as the list's form names it.</summary>
public sealed record ContainedChoice(string Id, string Title, string Note);

/// <summary>What forms offer to choose from: items, terms, files, as far as the editor may see them.</summary>
public sealed class PickerChoices(SiteDb db, Viewer viewer)
{
    private const int MaxFiles = 500;

    /// <summary>Items of the types that the field may hold.</summary>
    public async Task<List<(string Label, string Value)>> ItemsAsync(FieldEdit field)
    {
        var types = (field.Setting("DisplayedContentTypes") as JsonArray)?.Select(name => name?.ToString() ?? "").ToList() ?? [];
        var items = await Latest.Where(i => types.Contains(i.ContentType) && !db.Set<ReplacementPartIndex>().IgnoreQueryFilters().Any(copy => copy.ContentItemId == i.ContentItemId)).OrderBy(i => i.DisplayText).Select(i => new { i.DisplayText, i.ContentItemId }).ToListAsync();
        return items.ConvertAll(i => (i.DisplayText ?? i.ContentItemId, i.ContentItemId));
    }

    /// <summary>The terms of the field's vocabulary, those inside others after them.</summary>
    public async Task<List<(string Label, string Value)>> TermsAsync(FieldEdit field)
    {
        var id = field.Bag?["TaxonomyContentItemId"]?.ToString() ?? field.Setting("TaxonomyContentItemId")?.ToString();
        var taxonomy = await Latest.FirstOrDefaultAsync(i => i.ContentItemId == id);
        return [.. Terms(taxonomy?.Data["TaxonomyPart"]?["Terms"] as JsonArray, "")];
    }

    /// <summary>Paths of files the field may hold.</summary>
    public async Task<List<string>> FilesAsync(FieldEdit field)
    {
        var extensions = (field.Setting("AllowedExtensions") as JsonArray)?.Select(e => e?.ToString() ?? "").ToList() ?? [];
        var paths = await db.Set<MediaFile>().OrderByDescending(f => f.ModifiedUtc).Select(f => f.Path).Take(MaxFiles).ToListAsync();
        return extensions.Count == 0 ? paths : paths.FindAll(path => extensions.Contains(Path.GetExtension(path)));
    }

    /// <summary>What the list contains, in its order.</summary>
    public async Task<List<ContainedChoice>> ContainedAsync(string listId)
    {
        var rows = await (from row in db.Set<ContainedPartIndex>().IgnoreQueryFilters()
                          where row.ListContentItemId == listId && row.Latest && row.Audience <= viewer.Audience
                          join item in Latest on row.ContentItemVersionId equals item.ContentItemVersionId
                          orderby row.Order, item.Id
                          select new { item.ContentItemId, item.DisplayText, item.Published, Easy = item.Data }).ToListAsync();
        return rows.ConvertAll(row => new ContainedChoice(row.ContentItemId, row.DisplayText ?? "", EditingText.Note(
            row.Easy["LocalizationPart"]?["Culture"]?.ToString() == Cultures.Easy, row.Published)));
    }

    private IQueryable<ContentItem> Latest => db.Content.IgnoreQueryFilters().AsNoTracking().Where(i => i.Latest && i.Audience <= viewer.Audience);

    private static IEnumerable<(string Label, string Value)> Terms(JsonArray? terms, string above)
    {
        foreach (var term in terms?.OfType<JsonObject>() ?? [])
        {
            var label = above + term["DisplayText"];
            yield return (label, term["ContentItemId"]?.ToString() ?? "");
            foreach (var inside in Terms(term["Terms"] as JsonArray, EditingText.Inside(label))) yield return inside;
        }
    }
}
