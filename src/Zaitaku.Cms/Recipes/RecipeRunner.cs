using Microsoft.Extensions.Configuration;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes.Checks;
using Zaitaku.Cms.Recipes.Expressions;
using Zaitaku.Cms.Recipes.Packages;
using Zaitaku.Cms.Recipes.Steps.Kept;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes;

/// <summary>Applies recipes: the whole of one, with those it calls, or nothing of it.</summary>
public sealed class RecipeRunner(SiteDb db, RecipeSteps steps, RecipePackages packages, KnownNames known, IConfiguration configuration)
{
    /// <summary>Says what the recipe would do: it is done, and undone, so that the plan is the truth.</summary>
    /// <param name="path">The recipe's file, or a zip with <c>Recipe.json</c> at its root; what it names lies in the same folder or below.</param>
    /// <param name="parameters">What <c>parameters('…')</c> answers in the recipe.</param>
    /// <param name="keepUnknown">Whether names that nobody here knows are kept as they came, instead of refused as spelling mistakes.</param>
    public Task<RecipePlan> PlanAsync(string path, RecipeParameters? parameters = null, bool keepUnknown = false, CancellationToken cancel = default) =>
        RunAsync(path, parameters ?? new(), keepUnknown, rehearsal: true, cancel);

    /// <summary>Applies the recipe in one transaction. Applied again, it changes nothing.</summary>
    /// <returns>What was done, or all problems and nothing done.</returns>
    public Task<RecipePlan> ApplyAsync(string path, RecipeParameters? parameters = null, bool keepUnknown = false, CancellationToken cancel = default) =>
        RunAsync(path, parameters ?? new(), keepUnknown, rehearsal: false, cancel);

    private async Task<RecipePlan> RunAsync(string path, RecipeParameters parameters, bool keepUnknown, bool rehearsal, CancellationToken cancel)
    {
        var problems = new List<RecipeProblem>();
        using var package = await packages.OpenAsync(path, problems, cancel);
        if (package is null || package.Read(problems) is not { } root) return new(Path.GetFileName(path), [], problems, Kept: false);
        return await db.WriteAsync(() => RunAsync(root, parameters, keepUnknown || root.IsLiteral, rehearsal, cancel), plan => plan.Kept, cancel);
    }

    private async Task<RecipePlan> RunAsync(RecipeFile root, RecipeParameters parameters, bool keepUnknown, bool rehearsal, CancellationToken cancel)
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        var tree = RecipeTree.Grow(root, parameters.Or("SiteName", settings.SiteName ?? RecipesText.UnnamedSite).Or("SiteTimeZone", settings.TimeZoneId ?? "Asia/Tokyo"), configuration, keepUnknown);
        var check = new RecipeCheck(known, await SiteDocuments.LoadAsync<ContentDefinitions>(db, cancel)) { KeepsUnknown = keepUnknown };
        var turns = Turns(tree, check);
        foreach (var (step, body) in turns) step.Announce(body, check);
        foreach (var (step, body) in turns) await step.ValidateAsync(body, check, cancel);
        await new ReferenceCheck(db, check).RunAsync(cancel);
        var run = new RecipeRun(db, rehearsal);
        if (tree.Problems.Count + check.Problems.Count == 0) await ApplyAsync(turns, check, run, cancel);
        RecipeProblem[] problems = [.. tree.Problems, .. check.Problems, .. run.Problems];
        return new(root.Name, [.. tree.Notes, .. check.Notes, .. run.Lines], problems, Kept: !rehearsal && problems.Length == 0);
    }

    /// <summary>The steps in the order of their turns; those of the same turn as the recipe has them.</summary>
    private List<(RecipeStep Step, StepBody Body)> Turns(RecipeTree tree, RecipeCheck check)
    {
        var found = new List<(RecipeStep Step, StepBody Body)>();
        foreach (var body in tree.Steps)
        {
            if (steps.Find(body.Name!) is { } step) found.Add((step, body));
            else if (CarriesPasswords(body)) check.Refuse(body, body["name"], RecipesText.StepWithPasswords(body.Name!));
            else if (check.KeepsUnknown) found.Add((new KeptStep(body.Name!), body));
            else check.Refuse(body, body["name"], RecipesText.UnknownStep(body.Name!));
        }

        return [.. found.OrderBy(f => f.Step.Turn)];
    }

    /// <summary>Orchard's <c>Command</c> makes users with a password that stands in the recipe.</summary>
    private static bool CarriesPasswords(StepBody body) => body.Name!.Equals("Command", StringComparison.OrdinalIgnoreCase);

    private async Task ApplyAsync(List<(RecipeStep Step, StepBody Body)> turns, RecipeCheck check, RecipeRun run, CancellationToken cancel)
    {
        if (check.Brought.Count > 0) await RecipeRun.AlterAsync<ContentDefinitions>(db, known => known.ContentTypes.AddRange(check.Brought), cancel);
        foreach (var (step, body) in turns) await step.ApplyAsync(body, run, cancel);
        db.Evict(PageTag.Site);
    }
}
