using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Editing;
using Zaitaku.Admin.Replacements;
using Zaitaku.Admin.Versions;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>A copy and its live item, where both have been changed: what comes in by itself, and what has to be chosen.</summary>
[Authorize(Policy = "EditContent")]
public sealed class ReplacementModel(ContentDesk desk, ReplacementDesk replacements, EditDesk edits, Differences differences) : EditorPage
{
    public ContentItem Copy { get; private set; } = null!;

    public ContentItem Live { get; private set; } = null!;

    public IReadOnlyList<MergeConflict> Conflicts { get; private set; } = [];

    /// <summary>What was changed on the live item since the copy was made.</summary>
    public IReadOnlyList<Difference> Meanwhile { get; private set; } = [];

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    private Dictionary<string, string> labels = [];

    /// <summary>What the form of the item calls the place.</summary>
    public string LabelOf(MergeConflict conflict) =>
        labels.Where(label => conflict.Path == label.Key || conflict.Path.StartsWith(label.Key + ".", StringComparison.Ordinal) || label.Key.StartsWith(conflict.Path + ".", StringComparison.Ordinal))
            .OrderByDescending(label => label.Key.Length).Select(label => label.Value).FirstOrDefault() ?? conflict.Path;

    public static string TextOf(JsonNode? node) => MergeConflict.Of(node) ?? node?.ToJsonString(ContentJson.Indented) ?? "";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } copy || copy.Get<ReplacementPart>() is not { } part || await replacements.LiveAsync(copy, cancel) is not { } live) return NotFound();
        (Copy, Live) = (copy, live);
        Conflicts = (await replacements.MergeAsync(copy, cancel))?.Conflicts ?? [];
        var before = part.BaseVersionId is null ? null : await desk.VersionAsync(live.ContentItemId, part.BaseVersionId, cancel);
        Meanwhile = await differences.BetweenAsync(before, live, cancel);
        labels = ItemTexts.Of(await edits.ContextAsync(null, [], cancel), live).DistinctBy(text => text.Name).ToDictionary(text => text.Name, text => text.Label);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromForm] string? live, CancellationToken cancel)
    {
        if (await desk.LatestAsync(id, cancel) is not { } copy || await replacements.MergeAsync(copy, cancel) is not { } merge) return NotFound();
        var form = Posted();
        var chosen = merge.Conflicts.Where(conflict => form.Value($"choice:{conflict.Path}") is { Length: > 0 }).ToDictionary(conflict => conflict.Path, conflict => Chosen(conflict, form));
        Problems = chosen.Count < merge.Conflicts.Count ? [new("", ReplacementText.Choose)] : await replacements.CatchUpAsync(copy, live, chosen, cancel);
        if (Problems.Count == 0) return Back($"/admin/content/{id}", ReplacementText.CaughtUp);
        Refuse(Problems);
        if (Problems.Any(problem => problem.Message == ContentText.ChangedMeanwhile)) Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(id, cancel);
    }

    private static JsonNode? Chosen(MergeConflict conflict, PostedForm form) => form.Value($"choice:{conflict.Path}") switch
    {
        "theirs" => conflict.Theirs?.DeepClone(),
        "text" when conflict.IsText => JsonValue.Create((form.Value($"text:{conflict.Path}") ?? "").ReplaceLineEndings("\n")),
        _ => conflict.Mine?.DeepClone(),
    };
}
