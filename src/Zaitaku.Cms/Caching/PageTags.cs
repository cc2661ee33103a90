namespace Zaitaku.Cms.Caching;

/// <summary>What the page being rendered shows. A page that says nothing is not kept; one that is about a person says <see cref="Never"/>.</summary>
public sealed class PageTags
{
    private readonly HashSet<string> tags = [];
    private bool never;

    public void Add(string tag) => tags.Add(tag);

    /// <summary>This page is for one visitor only.</summary>
    public void Never() => never = true;

    /// <summary>The page is another one for each number in its address, and there are only so many: each may be kept.</summary>
    public void OfItsNumber() => IsOfItsNumber = true;

    /// <summary>Whether <see cref="OfItsNumber"/> was said.</summary>
    public bool IsOfItsNumber { get; private set; }

    /// <summary>The page says something that is true only until then: it is not handed out a moment longer, whoever is awake. Of several times the earliest counts.</summary>
    public void HoldUntil(DateTimeOffset moment) => Until = Until is { } earlier && earlier < moment ? earlier : moment;

    /// <summary>Until when the page holds; null when nothing in it runs out.</summary>
    public DateTimeOffset? Until { get; private set; }

    public bool MayKeep => tags.Count > 0 && !never;

    /// <summary>The tags, with those every page carries: header, footer, menus and contact blocks stand on all of them.</summary>
    public IReadOnlyCollection<string> All => [.. tags, PageTag.Site, PageTag.Type("Menu"), PageTag.Type("Department")];
}
