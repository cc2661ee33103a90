using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;

namespace Zaitaku.Admin.Editing;

/// <summary>
/// <c>Trash {Items: [{ContentItemId, ContentItemVersionId, TrashedUtc}]}</c>: which items lie in the trash, and the version of each that would come
/// back. Their versions come with the content; without this nobody could bring them back or purge them. Who threw them away is not told.
/// </summary>
public sealed class TrashStep(SiteDb db) : RecipeStep
{
    public override string Name => "Trash";

    public override StepTurn Turn => StepTurn.Records;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        if (body["Items"] is not JsonArray list) check.Refuse(body, body["Items"], RecipesText.ShapeWrong("Items", "[ { \"ContentItemId\": … } ]"));
        else foreach (var node in list.Where(node => node is not JsonObject stated || Read(stated) is null)) check.Refuse(body, node ?? list, AdminText.TrashShape);
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        foreach (var row in body["Items"].Objects().Select(stated => Read(stated)!))
        {
            var versions = await db.Content.IgnoreQueryFilters().AsNoTracking().Where(item => item.ContentItemId == row.ContentItemId).ToListAsync(cancel);
            // What is there meanwhile is not thrown away by a recipe.
            if (versions.Exists(version => version.Latest || version.Published) || versions.Find(version => version.ContentItemVersionId == row.ContentItemVersionId) is not { } thrown) continue;
            if (await db.Set<TrashedItem>().IgnoreQueryFilters().AnyAsync(known => known.ContentItemId == row.ContentItemId, cancel)) continue;
            (row.ContentType, row.Title, row.Audience) = (thrown.ContentType, thrown.DisplayText ?? "", thrown.Audience);
            db.Add(row);
            await db.SaveChangesAsync(cancel);
            run.Tell(body, PlanVerb.New, $"{row.ContentItemId} {row.Title}");
        }
    }

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var rows = await export.Db.Set<TrashedItem>().IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.ContentItemId).ToListAsync(cancel);
        if (rows.Count == 0) return;
        await export.WriteAsync(new()
        {
            ["name"] = Name,
            ["Items"] = new JsonArray([.. rows.Select(row => new JsonObject
            {
                ["ContentItemId"] = row.ContentItemId,
                ["ContentItemVersionId"] = row.ContentItemVersionId,
                ["TrashedUtc"] = row.TrashedUtc.ToString("O", CultureInfo.InvariantCulture),
            })]),
        }, cancel);
    }

    private static TrashedItem? Read(JsonObject stated) =>
        Id(stated, "ContentItemId") is { } item && Id(stated, "ContentItemVersionId") is { } version &&
        DateTime.TryParse(stated.Ignoring("TrashedUtc").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? new() { ContentItemId = item, ContentItemVersionId = version, TrashedUtc = at }
            : null;

    private static string? Id(JsonObject stated, string name) => stated.Ignoring(name).Text() is { Length: > 0 and <= 26 } id ? id : null;
}
