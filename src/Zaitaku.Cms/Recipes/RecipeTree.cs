using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Zaitaku.Cms.Recipes.Expressions;

namespace Zaitaku.Cms.Recipes;

/// <summary>A recipe with the recipes it calls put in their place, and every expression evaluated: a flat list of steps.</summary>
internal sealed class RecipeTree
{
    private const string ChildrenStep = "recipes";

    private readonly RecipeLibrary library;
    private readonly RecipeParameters parameters;
    private readonly IConfiguration configuration;
    private readonly bool keepUnknown;
    private readonly List<RecipeProblem> problems = [];
    private readonly List<PlanLine> notes = [];
    private readonly List<StepBody> steps = [];
    private readonly HashSet<string> done = [];

    private RecipeTree(RecipeFile root, RecipeParameters parameters, IConfiguration configuration, bool keepUnknown)
    {
        library = new(root.Folder);
        this.parameters = parameters;
        this.configuration = configuration;
        this.keepUnknown = keepUnknown;
        Take(root, []);
    }

    public IReadOnlyList<RecipeProblem> Problems => problems;

    /// <summary>What could not be evaluated and stands as it came.</summary>
    public IReadOnlyList<PlanLine> Notes => notes;

    public IReadOnlyList<StepBody> Steps => steps;

    public static RecipeTree Grow(RecipeFile root, RecipeParameters parameters, IConfiguration configuration, bool keepUnknown) =>
        new(root, parameters, configuration, keepUnknown);

    private void Take(RecipeFile file, IReadOnlyList<string> callers)
    {
        if (file.Steps is not JsonArray list)
        {
            problems.Add(file.Problem(file.Root, RecipesText.StepsMissing));
            return;
        }

        var script = file.IsLiteral ? null : new RecipeScript(file, parameters, configuration, notes);
        foreach (var node in list.ToList())
        {
            script?.EvaluateAll((node as JsonObject)?.Ignoring("name").Text() ?? "", node, problems);
            if (node is not JsonObject json) problems.Add(file.Problem(node ?? list, RecipesText.StepShape));
            else if (json.Ignoring("name").Text() is not { Length: > 0 } name) problems.Add(file.Problem(json, RecipesText.StepNameMissing));
            else if (name.Equals(ChildrenStep, StringComparison.OrdinalIgnoreCase)) Call(new(file, json), [.. callers, file.FullPath]);
            else steps.Add(new(file, json));
        }
    }

    /// <summary>A recipe called from two places runs once: running it again would change nothing.</summary>
    private void Call(StepBody body, IReadOnlyList<string> callers)
    {
        if (body["Values"] is not JsonArray values)
        {
            problems.Add(body.File.Problem(body.Json, RecipesText.ShapeWrong("Values", "[ { \"name\": … } ]")));
            return;
        }

        foreach (var value in values)
        {
            var name = (value as JsonObject)?.Ignoring("name").Text() ?? "";
            var found = library.Find(name);
            if (found.Count == 0 && keepUnknown) notes.Add(new(body.Name!, PlanVerb.Note, RecipesText.RecipeNotHere(name)));
            else if (found.Count != 1) problems.Add(body.File.Problem(value ?? values, found.Count == 0 ? RecipesText.UnknownRecipe(name) : RecipesText.RecipeNameTwice(name)));
            else if (callers.Contains(found[0].FullPath)) problems.Add(body.File.Problem(value, RecipesText.RecipeCycle(name)));
            else if (done.Add(found[0].FullPath)) Take(found[0], callers);
        }
    }
}
