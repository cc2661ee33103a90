using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes;

/// <summary>The names recipes may use because code of this site stands behind them.</summary>
public sealed class KnownNames(
    IEnumerable<Feature> features, IEnumerable<Theme> themes, IEnumerable<KnownElement> elements, IEnumerable<Permission> permissions)
{
    private readonly HashSet<string> features = features.Select(f => f.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> themes = themes.Select(t => t.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Type> elements = elements.DistinctBy(e => e.Name).ToDictionary(e => e.Name, e => e.Type);
    private readonly HashSet<string> permissions = CmsPermissions.All.Concat(permissions).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Features => features;

    public IEnumerable<string> Themes => themes;

    public IEnumerable<string> Permissions => permissions;

    public bool IsFeature(string id) => features.Contains(id);

    public bool IsTheme(string id) => themes.Contains(id);

    public bool IsPermission(string name) => permissions.Contains(name);

    /// <summary>Names of the parts that have a class.</summary>
    public IEnumerable<string> Parts => elements.Where(element => element.Value.IsAssignableTo(typeof(ContentPart))).Select(element => element.Key);

    public IEnumerable<string> Fields => elements.Where(element => element.Value.IsAssignableTo(typeof(ContentField))).Select(element => element.Key);

    /// <summary>The class of a part, or null when it is made of fields alone.</summary>
    public Type? Part(string name) => elements.GetValueOrDefault(name) is { } type && type.IsAssignableTo(typeof(ContentPart)) ? type : null;

    public Type? Field(string name) => elements.GetValueOrDefault(name) is { } type && type.IsAssignableTo(typeof(ContentField)) ? type : null;
}
