using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;

namespace Zaitaku.Guides.Books;

/// <summary>What a guidebook, handbook or leaflet says of itself.</summary>
public sealed class BookPart : ContentPart
{
    /// <summary>What it is and for whom, in a sentence or two.</summary>
    public TextField? Lead { get; set; }

    /// <summary>版, for example 「2026年版（令和8年11月）」.</summary>
    public TextField? Edition { get; set; }

    /// <summary>協力機関.</summary>
    public MultiTextField? Partners { get; set; }

    /// <summary>Where it came from: 相談事例 → 会議 → 協議会.</summary>
    public MarkdownField? Provenance { get; set; }
}

/// <summary>改訂履歴: one line of it, in the bag <c>Revisions</c>.</summary>
public sealed record BookRevision(string Edition, DateTime? Date, string Note);

/// <summary>What a chapter has besides its title and text.</summary>
public sealed class ChapterPart : ContentPart
{
    /// <summary>One sentence for lists and search engines.</summary>
    public TextField? Summary { get; set; }

    /// <summary>A gentle notice that stands before the text; readers may go past the chapter.</summary>
    public TextField? Notice { get; set; }
}
