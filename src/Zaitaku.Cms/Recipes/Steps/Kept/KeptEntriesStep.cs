using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes.Steps.Kept;

/// <summary>
/// A kept step whose entries have names: a later recipe's entry takes the place of the earlier one of the same name, as it would in Orchard
/// Core, and one step of its kind is written again.
/// </summary>
/// <param name="list">The property that holds the entries, as a list or under their names; empty when they stand in the step itself.</param>
/// <param name="keys">Properties that together name an entry of a list; the first that it has when <paramref name="either"/>.</param>
public abstract class KeptEntriesStep(string name, string list, string[] keys, bool either = false) : KeptStep(name)
{
    private protected override PlanVerb Keep(KeptSteps kept, JsonObject stated)
    {
        if (kept.Find(Name) is not { } known) return base.Keep(kept, stated);
        var before = known.DeepClone();
        foreach (var (property, value) in stated.Where(p => !p.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var at = known.FirstOrDefault(p => p.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Key ?? property;
            if (property.Equals(list, StringComparison.OrdinalIgnoreCase) && Lay(known[at], value)) continue;
            known[at] = value?.DeepClone();
        }

        return JsonNode.DeepEquals(before, known) ? PlanVerb.Unchanged : PlanVerb.Changed;
    }

    /// <summary>What names an entry, or null when nothing does.</summary>
    private protected virtual string? KeyOf(JsonObject entry)
    {
        var found = keys.Select(key => entry.Ignoring(key)?.ToString()).ToList();
        return either ? found.Find(key => key is { Length: > 0 }) : found.TrueForAll(key => key is null) ? null : string.Join('\n', found);
    }

    private bool Lay(JsonNode? known, JsonNode? stated)
    {
        switch (known, stated)
        {
            case (JsonObject into, JsonObject from):
                foreach (var (key, value) in from) into[key] = value?.DeepClone();
                return true;
            case (JsonArray into, JsonArray from):
                foreach (var entry in from) Lay(into, entry);
                return true;
            default:
                return false;
        }
    }

    private void Lay(JsonArray into, JsonNode? entry)
    {
        var key = entry is JsonObject bag ? KeyOf(bag) : null;
        var at = into.ToList().FindIndex(known => key is not null && known is JsonObject other && KeyOf(other) == key || JsonNode.DeepEquals(known, entry));
        if (at < 0) into.Add(entry?.DeepClone());
        else into[at] = entry?.DeepClone();
    }
}
