using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes;

/// <summary>A recipe being applied, inside its transaction.</summary>
/// <param name="Rehearsal">Whether this is only to see what would happen: nothing may be done that a rollback does not undo.</param>
public sealed record RecipeRun(SiteDb Db, bool Rehearsal)
{
    private readonly List<PlanLine> lines = [];
    private readonly List<RecipeProblem> problems = [];

    public IReadOnlyList<PlanLine> Lines => lines;

    public IReadOnlyList<RecipeProblem> Problems => problems;

    public void Tell(StepBody body, PlanVerb verb, string text) => lines.Add(new(body.Name!, verb, text));

    /// <summary>Refuses the recipe after all; everything done so far is undone.</summary>
    public void Refuse(StepBody body, JsonNode? at, string message) => problems.Add(body.File.Problem(at ?? body.Json, message));

    /// <summary>Takes a document out, lets it be changed, and puts it back.</summary>
    /// <returns>Whether anything changed.</returns>
    public static async Task<bool> AlterAsync<TDocument>(SiteDb db, Action<TDocument> change, CancellationToken cancel)
        where TDocument : class, new()
    {
        var document = await SiteDocuments.LoadAsync<TDocument>(db, cancel);
        change(document);
        return await SiteDocuments.PutAsync(db, document, cancel);
    }
}
