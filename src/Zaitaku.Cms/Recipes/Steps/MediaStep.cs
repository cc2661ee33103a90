using System.Text.Json.Nodes;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Media;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary>
/// <c>media {Files: [{TargetPath | Path, Base64 | SourcePath, Audience?}]}</c>. Nothing is fetched from elsewhere: <c>SourceUrl</c> alone is refused.
/// <c>Audience</c> is this site's own.
/// </summary>
public sealed class MediaStep(MediaStore store) : RecipeStep
{
    public override string Name => "media";

    public override StepTurn Turn => StepTurn.Media;

    public override void Announce(StepBody body, RecipeCheck check)
    {
        foreach (var file in body["Files"].Objects())
        {
            if (MediaPath.Clean(Target(file) ?? "") is { } path) check.References.Media.Add(path);
        }
    }

    public override async Task ValidateAsync(StepBody body, RecipeCheck check, CancellationToken cancel)
    {
        if (body["Files"] is not JsonArray files || files.Any(f => f is not JsonObject))
        {
            check.Refuse(body, body["Files"], RecipesText.ShapeWrong("Files", "[ { \"TargetPath\": …, \"SourcePath\": … } ]"));
            return;
        }

        foreach (var file in files.Objects())
        {
            if (Refusal(body, file) is { } refusal) check.Refuse(body, file, refusal);
            else if (IsLeftOut(file)) check.Note(body, RecipesText.MediaLeftOut(Target(file)!));
            else if (file.Ignoring("Audience") is { } audience && Audience(file) is null) check.Refuse(body, audience, RecipesText.AudienceUnknown);
            else
            {
                await using var bytes = Open(body, file);
                if ((await MediaContent.InspectAsync(Target(file)!, bytes, cancel)).Refusal is { } wrong) check.Refuse(body, file, wrong);
            }
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        foreach (var file in body["Files"].Objects().Where(file => !IsLeftOut(file)))
        {
            await using var bytes = Open(body, file);
            var content = await MediaContent.InspectAsync(Target(file)!, bytes, cancel);
            var isChanged = await store.PutAsync(content, bytes, Audience(file), keepBytes: !run.Rehearsal, cancel);
            run.Tell(body, isChanged ? PlanVerb.Changed : PlanVerb.Unchanged, content.Path);
        }
    }

    /// <summary>Names every file; the bytes stand beside the recipe.</summary>
    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var files = new JsonArray();
        foreach (var file in await MediaStore.AllAsync(export.Db, cancel))
        {
            if (!store.Has(file)) export.Lack(file.Path);
            else files.Add(new JsonObject { ["TargetPath"] = file.Path, ["SourcePath"] = file.Path, ["Audience"] = file.Audience.ToString() });
        }

        if (files.Count > 0) await export.WriteAsync(new() { ["name"] = Name, ["Files"] = files }, cancel);
    }

    private static string? Target(JsonObject file) => file.Ignoring("TargetPath").Text() ?? file.Ignoring("Path").Text();

    private static Audience? Audience(JsonObject file) =>
        Enum.TryParse<Audience>(file.Ignoring("Audience").Text(), ignoreCase: true, out var audience) && Enum.IsDefined(audience) ? audience : null;

    /// <summary>Pictures Orchard Core takes and this site does not: an SVG is a program as much as a picture.</summary>
    private static bool IsLeftOut(JsonObject file) => Path.GetExtension(Target(file)) is { } kind && OrchardNames.MediaKinds.Contains(kind);

    private static string? Refusal(StepBody body, JsonObject file)
    {
        if (Target(file) is null) return RecipesText.MediaTargetMissing;
        if (file.Ignoring("Base64").Text() is { Length: > 0 } text) return IsBase64(text) ? null : RecipesText.NotBase64;
        if (file.Ignoring("SourcePath").Text() is not { Length: > 0 } source)
        {
            return file.Ignoring("SourceUrl") is null ? RecipesText.MediaSourceMissing : RecipesText.MediaFromElsewhere;
        }

        if (RecipeFolder.ResolveMedia(body.File.Folder, source) is not { } path) return RecipesText.PathOutside(source);
        return File.Exists(path) ? null : RecipesText.FileMissing(source);
    }

    private static bool IsBase64(string text) => System.Buffers.Text.Base64.IsValid(text);

    private static Stream Open(StepBody body, JsonObject file) => file.Ignoring("Base64").Text() is { Length: > 0 } text
        ? new MemoryStream(Convert.FromBase64String(text), writable: false)
        : File.OpenRead(RecipeFolder.ResolveMedia(body.File.Folder, file.Ignoring("SourcePath").Text()!)!);
}
