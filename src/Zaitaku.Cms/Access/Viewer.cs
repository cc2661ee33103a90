namespace Zaitaku.Cms.Access;

/// <summary>
/// Through whose eyes the database is read. Every query over content and its index rows is filtered by this, in <c>SiteDb</c> and nowhere else.
/// </summary>
/// <param name="Audience">The innermost circle this viewer belongs to.</param>
/// <param name="SeesDrafts">Whether unpublished versions are visible.</param>
public sealed record Viewer(Audience Audience, bool SeesDrafts = false)
{
    /// <summary>A passer-by.</summary>
    public static Viewer Anonymous { get; } = new(Audience.Public);

    /// <summary>The site itself: recipes, index rebuilding, publication.</summary>
    public static Viewer Site { get; } = new(Audience.Staff, SeesDrafts: true);
}
