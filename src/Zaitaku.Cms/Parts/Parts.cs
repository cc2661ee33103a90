using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;

namespace Zaitaku.Cms.Parts;

// Parts whose whole meaning is their JSON. A part with a table or a rule of its own has a file of its own.

public sealed class MarkdownBodyPart : ContentPart
{
    public string? Markdown { get; set; }
}

public sealed class HtmlBodyPart : ContentPart
{
    public string? Html { get; set; }
}

/// <summary>Marks an item that contains others; which ones, they say themselves in their <see cref="ContainedPart"/>.</summary>
public sealed class ListPart : ContentPart;

/// <summary>Items that live inside this one and have no life of their own.</summary>
public sealed class BagPart : ContentPart
{
    public List<ContentItem> ContentItems { get; set; } = [];
}

/// <summary>A page laid out of widgets, each an item that lives inside it. Orchard Core's columns are not kept apart here: widgets stand one below the other.</summary>
public sealed class FlowPart : ContentPart
{
    public List<ContentItem> Widgets { get; set; } = [];
}

/// <summary>A vocabulary; its terms are content items inside it.</summary>
public sealed class TaxonomyPart : ContentPart
{
    public string? TermContentType { get; set; }
    public List<ContentItem> Terms { get; set; } = [];
}

public sealed class TermPart : ContentPart
{
    public string? TaxonomyContentItemId { get; set; }
}

/// <summary>What search engines and shared links are told.</summary>
public sealed class SeoMetaPart : ContentPart
{
    public string? PageTitle { get; set; }
    public bool Render { get; set; } = true;
    public string? MetaDescription { get; set; }
    public string? MetaKeywords { get; set; }
    public string? Canonical { get; set; }
    public string? MetaRobots { get; set; }
    public MediaField? DefaultSocialImage { get; set; }
}

/// <summary>Whom the item is for. Without the part it is public. Ours: Orchard Core keeps it as an unknown part.</summary>
public sealed class AudiencePart : ContentPart
{
    public Audience Audience { get; set; }
}

public sealed class MenuItemsListPart : ContentPart
{
    public List<ContentItem> MenuItems { get; set; } = [];
}

public sealed class LinkMenuItemPart : ContentPart
{
    public string? Url { get; set; }
    public string? Target { get; set; }
}

public sealed class MenuPart : ContentPart;

/// <summary>When this draft becomes the version readers see.</summary>
public sealed class PublishLaterPart : ContentPart
{
    public DateTime? ScheduledPublishUtc { get; set; }
}

/// <summary>When the item is taken from the readers.</summary>
public sealed class ArchiveLaterPart : ContentPart
{
    public DateTime? ScheduledArchiveUtc { get; set; }
}
