using Zaitaku.Cms.Access;
using Zaitaku.Cms.Search;

namespace Zaitaku.Search.Results;

/// <summary>A page that was found, by its best section.</summary>
/// <param name="Id">The item's.</param>
/// <param name="Url">Leads to the section.</param>
/// <param name="HasAll">Whether it holds everything that was looked for.</param>
public sealed record SearchHit(
    string Id, string Url, string Title, string Heading, SearchKind Kind, Audience Audience, string Area, DateOnly? Day, IReadOnlyList<SnippetPiece> Snippet, double Score, bool HasAll)
{
    /// <summary>Further sections of the same page that were found.</summary>
    public IReadOnlyList<SectionLink> More { get; init; } = [];
}

public sealed record SectionLink(string Url, string Heading);

/// <summary>A filter that would leave so many pages.</summary>
public sealed record SearchFacet(string Value, string Label, int Count);

/// <summary>An answer that editors have pinned for what was typed.</summary>
public sealed record PinnedAnswer(string Path, string Title);

/// <summary>All that a search answers.</summary>
/// <param name="Total">Pages that match, of those that were asked for.</param>
/// <param name="Hits">The best of them, best first.</param>
public sealed record SearchResults(int Total, IReadOnlyList<SearchHit> Hits)
{
    public IReadOnlyList<SearchFacet> Kinds { get; init; } = [];
    public IReadOnlyList<SearchFacet> Areas { get; init; } = [];
    public IReadOnlyList<SearchFacet> Audiences { get; init; } = [];

    /// <summary>Whether no page holds all that was looked for: what was found holds a part of it.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Pages about a day that is yet to come.</summary>
    public int Coming { get; init; }
    public PinnedAnswer? Pinned { get; init; }

    /// <summary>もしかして: what may have been meant, where nothing was found.</summary>
    public string? Meant { get; init; }
}
