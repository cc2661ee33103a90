namespace Zaitaku.Cms.Recipes;

public enum PlanVerb
{
    New,
    Changed,
    Removed,
    Unchanged,
    Note,
}

/// <summary>One thing a recipe does.</summary>
/// <param name="Step">Name of the step.</param>
public sealed record PlanLine(string Step, PlanVerb Verb, string Text);

/// <summary>What a recipe would do, or has done. With problems it does nothing at all.</summary>
/// <param name="Kept">Whether it has been done.</param>
public sealed record RecipePlan(string Recipe, IReadOnlyList<PlanLine> Lines, IReadOnlyList<RecipeProblem> Problems, bool Kept)
{
    public bool Refused => Problems.Count > 0;

    /// <summary>Whether the site is already as the recipe says.</summary>
    public bool ChangesNothing => !Refused && Lines.All(line => line.Verb is PlanVerb.Unchanged or PlanVerb.Note);

    /// <summary>The plan for people, a line for each thing.</summary>
    public override string ToString() => RecipesText.Plan(this);
}
