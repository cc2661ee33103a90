namespace Zaitaku.Cms.Search;

/// <summary>What kind of thing a hit is. Modules register theirs.</summary>
/// <param name="Name">In addresses and queries, for example <c>form</c>: lower-case letters.</param>
/// <param name="Label">As readers see it, for example 「様式」.</param>
/// <param name="Order">Where it stands among the filters; lower first.</param>
public sealed record SearchKind(string Name, string Label, int Order);

/// <summary>One section of one page, as the search finds and shows it.</summary>
/// <param name="Kind">The <see cref="SearchKind.Name"/>.</param>
/// <param name="Url">From the site's root, with the section's anchor: <c>/guides/acp/talk#when</c>.</param>
/// <param name="Title">The page's title.</param>
public sealed record SearchEntry(string Kind, string Url, string Title)
{
    /// <summary>The section's heading; empty for the page's beginning.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Plain text, shown around the words that were found.</summary>
    public string Body { get; init; } = "";

    /// <summary>The title in kana, where it is known: found and suggested by it.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Further words it is found by, which are not shown: other names.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The part of the town it is about, for example 「桜南」.</summary>
    public string Area { get; init; } = "";

    /// <summary>The day it is about, such as that of an event.</summary>
    public DateOnly? Day { get; init; }
}
