using Zaitaku.Cms.Content;
using Zaitaku.Cms.Text;

namespace Zaitaku.Admin.Freshness;

/// <summary>When somebody has to look whether the page is still true: 内容の確認. Ours: Orchard Core keeps it as an unknown part.</summary>
public sealed class ReviewPart : ContentPart
{
    /// <summary>The last day on which a look is in time, as midnight UTC. Null: a year after the last change.</summary>
    public DateTime? ReviewBy { get; set; }

    /// <summary>Whether nobody has to look: 確認の要らないページ.</summary>
    public bool Exempt { get; set; }

    /// <summary>The first moment at which the look is overdue, or null when there never is one.</summary>
    public static DateTime? DueUtc(ContentItem item) => item.Get<ReviewPart>() switch
    {
        { Exempt: true } => null,
        { ReviewBy: { } day } => JapaneseDate.BeginningInTokyo(DateOnly.FromDateTime(day).AddDays(1)),
        _ => item.ModifiedUtc + Listing.ContentList.Old,
    };
}

/// <summary>Beside the part in a type's definition: how long a look holds.</summary>
public sealed class ReviewPartSettings
{
    public int Months { get; set; } = 12;
}
