namespace Zaitaku.Cms.Rendering;

/// <summary>Stands in a request's features when the page is only a preview: every layout says so.</summary>
/// <param name="Until">When the link stops working.</param>
/// <param name="AsOf">The moment the site is shown at, or null for now.</param>
public sealed record PreviewNotice(DateTime Until, DateTime? AsOf);
