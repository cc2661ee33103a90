namespace Zaitaku.Cms.Recipes;

/// <summary>Every step this site can read and write.</summary>
public sealed class RecipeSteps(IEnumerable<RecipeStep> steps)
{
    /// <summary>In the order of their turns: nothing needs what comes later. A module's step takes the place of the kernel's of the same name.</summary>
    public IReadOnlyList<RecipeStep> All { get; } =
        [.. steps.GroupBy(step => step.Name, StringComparer.OrdinalIgnoreCase).Select(group => group.Last()).OrderBy(step => step.Turn)];

    public RecipeStep? Find(string name) => All.FirstOrDefault(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
