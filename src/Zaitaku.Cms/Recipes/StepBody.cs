using System.Text.Json.Nodes;

namespace Zaitaku.Cms.Recipes;

/// <summary>One step as a recipe states it, its expressions already evaluated.</summary>
public sealed record StepBody(RecipeFile File, JsonObject Json)
{
    public string? Name => Json.Ignoring("name").Text();

    /// <summary>A property of the step, whatever its case.</summary>
    public JsonNode? this[string property] => Json.Ignoring(property);

    /// <summary>The step's properties but its name.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Properties => Json.Where(p => !p.Key.Equals("name", StringComparison.OrdinalIgnoreCase));
}
