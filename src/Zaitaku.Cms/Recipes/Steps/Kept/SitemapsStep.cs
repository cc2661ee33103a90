namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary><c>Sitemaps {data: [{$type, SitemapId, Name, SitemapSources}]}</c>.</summary>
public sealed class SitemapsStep() : KeptEntriesStep("Sitemaps", "data", ["SitemapId", "Name"], either: true);
