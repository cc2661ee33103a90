using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Fields;

// The values a part may hold. Property names are Orchard Core's: they are the JSON.

public sealed class TextField : ContentField
{
    public string? Text { get; set; }
}

public sealed class MultiTextField : ContentField
{
    public string[] Values { get; set; } = [];
}

public sealed class MarkdownField : ContentField
{
    public string? Markdown { get; set; }
}

public sealed class HtmlField : ContentField
{
    public string? Html { get; set; }
}

public sealed class BooleanField : ContentField
{
    public bool Value { get; set; }
}

public sealed class NumericField : ContentField
{
    public decimal? Value { get; set; }
}

/// <summary>A calendar day. Orchard Core writes it as midnight UTC.</summary>
public sealed class DateField : ContentField
{
    public DateTime? Value { get; set; }
}

/// <summary>A moment, in UTC.</summary>
public sealed class DateTimeField : ContentField
{
    public DateTime? Value { get; set; }
}

/// <summary>A time of day, <c>hh:mm:ss</c>.</summary>
public sealed class TimeField : ContentField
{
    public TimeSpan? Value { get; set; }
}

public sealed class LinkField : ContentField
{
    public string? Url { get; set; }
    public string? Text { get; set; }
    public string? Target { get; set; }
}

/// <summary>Media by path; <see cref="MediaTexts"/> are their alternative texts, in the same order.</summary>
public sealed class MediaField : ContentField
{
    public string[] Paths { get; set; } = [];
    public string[]? MediaTexts { get; set; }
}

public sealed class ContentPickerField : ContentField
{
    public string[] ContentItemIds { get; set; } = [];
}

public sealed class TaxonomyField : ContentField
{
    public string? TaxonomyContentItemId { get; set; }
    public string[] TermContentItemIds { get; set; } = [];
}

/// <summary>Degrees, WGS 84.</summary>
public sealed class GeoPointField : ContentField
{
    public decimal? Latitude { get; set; }
    public decimal? Longitude { get; set; }
}
