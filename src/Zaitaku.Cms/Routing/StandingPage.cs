namespace Zaitaku.Cms.Routing;

/// <summary>A page with an address of its own that is no content item. Modules register theirs, so that sitemap.xml knows them.</summary>
/// <param name="Path">Without the leading slash.</param>
/// <param name="Title">Its name on the sitemap for people, where no menu leads to it.</param>
public sealed record StandingPage(string Path, string? Title = null);

/// <summary>An ending that the address of an item may carry, where a module answers it: <c>/print</c>, <c>.pdf</c>.</summary>
public sealed record DerivedAddress(string Suffix);
