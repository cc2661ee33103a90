using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Recipes.Checks;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>Redirects {Redirects: [{Path, ContentItemId}]}</c>: addresses that items once had. Ours: Orchard Core passes the step over.</summary>
public sealed class RedirectsStep : RecipeStep
{
    public override string Name => "Redirects";

    public override StepTurn Turn => StepTurn.Content;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        if (body[Name] is not JsonArray list || list.Any(entry => entry is not JsonObject)) check.Refuse(body, body[Name], RecipesText.ShapeWrong(Name, "[ { \"Path\": …, \"ContentItemId\": … } ]"));
        foreach (var entry in body[Name].Objects())
        {
            var (path, item) = (entry.Ignoring(nameof(Redirect.Path)), entry.Ignoring(nameof(Redirect.ContentItemId)));
            if (path.Text() is not { } address || !Slug.IsPath(address)) check.Refuse(body, path ?? entry, RecipesText.RedirectPath);
            if (item.Text() is { Length: > 0 } id) check.References.NeededItems.Add(new Reference(body, item!, id));
            else check.Refuse(body, item ?? entry, RecipesText.RedirectItem);
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        var known = await run.Db.Set<Redirect>().AsNoTracking().ToDictionaryAsync(redirect => redirect.Path, redirect => redirect.ContentItemId, cancel);
        foreach (var entry in body[Name].Objects())
        {
            var (path, id) = (entry.Ignoring(nameof(Redirect.Path)).Text()!, entry.Ignoring(nameof(Redirect.ContentItemId)).Text()!);
            if (known.GetValueOrDefault(path) == id) continue;
            await Redirect.LeaveAsync(run.Db, path, id);
            run.Tell(body, known.ContainsKey(path) ? PlanVerb.Changed : PlanVerb.New, $"/{path}");
            known[path] = id;
        }
    }

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var redirects = await export.Db.Set<Redirect>().AsNoTracking().Where(redirect => export.Db.Content.IgnoreQueryFilters().Any(item => item.ContentItemId == redirect.ContentItemId && (item.Latest || item.Published)))
            .OrderBy(redirect => redirect.Path).ToListAsync(cancel);
        if (redirects.Count == 0) return;
        await export.WriteAsync(new()
        {
            ["name"] = Name,
            [Name] = new JsonArray([.. redirects.Select(redirect => new JsonObject { [nameof(Redirect.Path)] = redirect.Path, [nameof(Redirect.ContentItemId)] = redirect.ContentItemId })]),
        }, cancel);
    }
}
