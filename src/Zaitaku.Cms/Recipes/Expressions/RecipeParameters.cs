using System.Collections.Frozen;

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>
/// What <c>parameters('…')</c> may ask for: Orchard Core's names of the set-up, and what the caller gives. A set-up name that was not given is
/// empty. Secrets are never handed to a recipe.
/// </summary>
public sealed class RecipeParameters(IReadOnlyDictionary<string, string>? given = null)
{
    private static readonly FrozenSet<string> SetUp = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "SiteName", "AdminUsername", "AdminUserId", "AdminEmail", "DatabaseProvider", "DatabaseTablePrefix", "DatabaseName",
        "DatabaseSchema", "SiteTimeZone", "FeatureProfile");

    private static readonly FrozenSet<string> Secret = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "AdminPassword", "DatabaseConnectionString");

    private readonly Dictionary<string, string> given = new(given ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);

    public static bool IsSecret(string name) => Secret.Contains(name);

    public string? Find(string name) => given.TryGetValue(name, out var value) ? value : SetUp.Contains(name) ? "" : null;

    /// <summary>The same with a value where the caller gave none.</summary>
    public RecipeParameters Or(string name, string value)
    {
        var more = new Dictionary<string, string>(given, StringComparer.OrdinalIgnoreCase);
        more.TryAdd(name, value);
        return new(more);
    }
}
