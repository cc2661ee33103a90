using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Parts;

/// <summary>Ties editions of one text together: one set, a culture each. <see cref="Cultures.Easy"/> is やさしい日本語.</summary>
public sealed class LocalizationPart : ContentPart
{
    public string? LocalizationSet { get; set; }
    public string? Culture { get; set; }
}

public static class Cultures
{
    public const string Standard = "ja";

    /// <summary>A private-use subtag of BCP 47: there is no registered one for plain Japanese.</summary>
    public const string Easy = "ja-x-easy";
}

public sealed class LocalizationPartIndex : IndexRow
{
    public string LocalizationSet { get; set; } = "";
    public string Culture { get; set; } = "";
}

public sealed class LocalizationPartIndexing : ContentIndex<LocalizationPartIndex>
{
    public override IEnumerable<IndexRow> Rows(ContentItem item)
    {
        if (item.Get<LocalizationPart>() is { LocalizationSet.Length: > 0 } part)
        {
            yield return new LocalizationPartIndex { LocalizationSet = part.LocalizationSet, Culture = part.Culture ?? Cultures.Standard };
        }
    }

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<LocalizationPartIndex>(row =>
    {
        row.Property(r => r.LocalizationSet).HasMaxLength(26);
        row.Property(r => r.Culture).HasMaxLength(16);
        row.HasIndex(r => new { r.LocalizationSet, r.Culture });
    });
}
