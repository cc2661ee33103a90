using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes;

/// <summary>What never stays in a kept step and never goes into an export: passwords, their hashes, keys, stamps.</summary>
internal static class Secrets
{
    private static readonly string[] Endings =
        ["password", "passwordhash", "secret", "securitystamp", "resettoken", "apikey", "accesskey", "privatekey", "connectionstring", "sitesalt", "recoverycodes", "authenticatorkey"];

    /// <summary>Takes them away, at any depth.</summary>
    /// <returns>The names of what was taken.</returns>
    public static IReadOnlyCollection<string> Remove(JsonNode? node)
    {
        var removed = new SortedSet<string>(StringComparer.Ordinal);
        Remove(node, removed);
        return removed;
    }

    private static void Remove(JsonNode? node, SortedSet<string> removed)
    {
        if (node is JsonArray list)
        {
            foreach (var inner in list) Remove(inner, removed);
        }

        if (node is not JsonObject bag) return;
        foreach (var (name, value) in bag.ToList())
        {
            if (value is not (JsonObject or JsonArray) && Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            {
                bag.Remove(name);
                removed.Add(name);
            }
            else
            {
                Remove(value, removed);
            }
        }
    }
}
