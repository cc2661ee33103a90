namespace Zaitaku.Cms.Recipes;

/// <summary>When a step's turn comes, wherever it stands in the file: nothing may need what comes later.</summary>
public enum StepTurn
{
    Features,
    Definitions,
    Settings,
    Media,
    Content,

    /// <summary>What is told of content that is there.</summary>
    Records,
}

/// <summary>
/// One kind of step, in both directions. A recipe's steps are first all announced, then all validated, then all applied in the order of
/// their turns, in one transaction. The plan is the same run, not kept.
/// </summary>
public abstract class RecipeStep
{
    /// <summary>The step's <c>name</c> as it is written; it is read without regard to case.</summary>
    public abstract string Name { get; }

    public abstract StepTurn Turn { get; }

    /// <summary>Tells the others what the recipe will bring: definitions, items, media.</summary>
    public virtual void Announce(StepBody body, RecipeCheck check)
    {
    }

    /// <summary>Says through <see cref="RecipeCheck.Refuse"/> what cannot be. Nothing has been written yet.</summary>
    public virtual Task ValidateAsync(StepBody body, RecipeCheck check, CancellationToken cancel)
    {
        Validate(body, check);
        return Task.CompletedTask;
    }

    /// <summary>The same, for a step that needs to wait for nothing.</summary>
    protected virtual void Validate(StepBody body, RecipeCheck check)
    {
    }

    /// <summary>Does it, and says through <see cref="RecipeRun.Tell"/> what has changed.</summary>
    public abstract Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel);

    /// <summary>Writes the steps that make another site the same as this one. A step that has nothing to give writes none.</summary>
    public virtual Task ExportAsync(RecipeExport export, CancellationToken cancel) => Task.CompletedTask;
}
