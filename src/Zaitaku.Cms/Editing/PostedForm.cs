using System.Collections.Frozen;

namespace Zaitaku.Cms.Editing;

/// <summary>What a form said: values by name, in the order of the page. It is read by asking for names that are known, never by going through it.</summary>
public sealed class PostedForm(IReadOnlyDictionary<string, string[]> values)
{
    private readonly Dictionary<string, string[]> values = new(values, StringComparer.Ordinal);

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The last value of this name, with line ends as texts keep them; null when the form has none.</summary>
    public string? Value(string name) => values.TryGetValue(name, out var given) && given.Length > 0 ? Unified(given[^1]) : null;

    /// <summary>All values of this name, the empty one that only says "here stands a list" left out.</summary>
    public IReadOnlyList<string> Values(string name) => values.TryGetValue(name, out var given) ? [.. given.Where(v => v.Length > 0)] : [];

    /// <summary>All values of this name, empty ones included: for lists that run side by side.</summary>
    public IReadOnlyList<string> Row(string name) => values.TryGetValue(name, out var given) ? given : [];

    public void Put(string name, params IEnumerable<string> given) => values[name] = [.. given];

    public void Drop(string name) => values.Remove(name);

    /// <summary>As it can be kept and read again.</summary>
    public FrozenDictionary<string, string[]> All => values.ToFrozenDictionary();

    private static string Unified(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
