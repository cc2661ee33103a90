namespace Zaitaku.Cms.Caching;

/// <summary>What the page being rendered shows. A page that says nothing is not kept; one that is about a person says <see cref="Never"/>.</summary>
public sealed class PageTags
{
    private readonly HashSet<string> tags = [];
    private bool never;

    public void Add(string tag) => tags.Add(tag);

    /// <summary>This page is for one visitor only.</summary>
    public void Never() => never = true;

    public bool MayKeep => tags.Count > 0 && !never;

    /// <summary>The tags, with those every page carries: header, footer, menus and contact blocks stand on all of them.</summary>
    public IReadOnlyCollection<string> All => [.. tags, PageTag.Site, PageTag.Type("Menu"), PageTag.Type("Department")];
}
