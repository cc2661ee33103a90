using System.Text.Json.Nodes;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes.Checks;

namespace Zaitaku.Cms.Recipes;

/// <summary>A recipe being checked: what is known, what the recipe brings, and what is wrong with it.</summary>
/// <param name="Known">Names behind which there is code.</param>
/// <param name="Definitions">The site's definitions with the recipe's laid over them.</param>
public sealed record RecipeCheck(KnownNames Known, ContentDefinitions Definitions)
{
    private readonly List<RecipeProblem> problems = [];
    private readonly OrderedDictionary<PlanLine, bool> notes = [];

    /// <summary>Whether the recipe is another house's: names that nobody here knows are kept as they came and written again, instead of refused.</summary>
    public bool KeepsUnknown { get; init; }

    public IReadOnlyList<RecipeProblem> Problems => problems;

    /// <summary>What is worth knowing and no problem, each thing once.</summary>
    public IEnumerable<PlanLine> Notes => notes.Keys;

    /// <summary>What items the recipe brings and what they refer to.</summary>
    internal References References { get; } = new();

    /// <summary>Definitions the recipe needs and does not state, because Orchard Core has them.</summary>
    internal List<ContentTypeDefinition> Brought { get; } = [];

    internal VersionClaims Versions { get; } = new();

    /// <param name="at">The node to point at; the step itself when null.</param>
    public void Refuse(StepBody body, JsonNode? at, string message) => problems.Add(body.File.Problem(at ?? body.Json, message));

    /// <summary>Refuses a name that is one of ours, misspelt. A name like none of ours belongs to another house: what bears it is kept as it came.</summary>
    /// <param name="known">The names that could have been meant.</param>
    /// <param name="message">What is said of a misspelt name.</param>
    public void RefuseMisspelt(StepBody body, JsonNode? at, string name, IEnumerable<string> known, string message)
    {
        var meant = NearMiss.Of(name, known);
        if (name.Length > 0 && (KeepsUnknown || meant is null)) Note(body, RecipesText.UnknownKept(name));
        else Refuse(body, at, message + RecipesText.Meant(meant));
    }

    public void Note(StepBody body, string text) => notes.TryAdd(new(body.Name!, PlanVerb.Note, text), true);
}
