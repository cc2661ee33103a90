using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;
using Zaitaku.Cms.Recipes.Checks;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>content {data: [item…]}</c>: items in Orchard Core's form, by Orchard Core's import rules.</summary>
public sealed class ContentStep(ContentImport import) : RecipeStep
{
    private const int MostLines = 50;

    public override string Name => "content";

    public override StepTurn Turn => StepTurn.Content;

    public override void Announce(StepBody body, RecipeCheck check)
    {
        foreach (var item in body["data"].Objects())
        {
            AnnounceTypes(body, check, item);
            if (item[nameof(ContentItem.ContentItemId)].Text() is not { Length: > 0 } id) continue;
            var inside = new HashSet<string>();
            ContainedItems.Ids(item, inside);
            check.References.Items.Add(id);
            check.References.Items.UnionWith(inside);
            if (item[nameof(Parts.TaxonomyPart)] is not null) check.References.Terms[id] = inside;
        }
    }

    /// <summary>Types that Orchard Core has without a definition, the item's own and those of what is in it.</summary>
    private static void AnnounceTypes(StepBody body, RecipeCheck check, JsonObject item)
    {
        if (item[nameof(ContentItem.ContentType)].Text() is { Length: > 0 } name && check.Definitions.Type(name) is null && Bring(name, item, check) is { } type)
        {
            check.Note(body, OrchardTypes.Find(name) is null ? RecipesText.UnknownKept(name) : RecipesText.TypeOfOrchard(name));
            check.Definitions.ContentTypes.Add(type);
            check.Brought.Add(type);
        }

        foreach (var inner in ContainedItems.Of(item).Concat(item.Select(p => p.Value).OfType<JsonObject>().SelectMany(ContainedItems.Of))) AnnounceTypes(body, check, inner);
    }

    private static ContentTypeDefinition? Bring(string name, JsonObject item, RecipeCheck check) =>
        OrchardTypes.Find(name) ?? (check.KeepsUnknown ? OrchardTypes.Make(name, "", [.. item.Where(p => !HeaderCheck.IsHeader(p.Key) && p.Value is JsonObject).Select(p => p.Key)]) : null);

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        if (body["data"] is not JsonArray data)
        {
            check.Refuse(body, body["data"], RecipesText.ShapeWrong("data", "[ { … } ]"));
            return;
        }

        var items = new ItemCheck(body, check);
        foreach (var node in data)
        {
            if (node is not JsonObject item)
            {
                check.Refuse(body, node ?? data, RecipesText.ShapeWrong("data", "[ { … } ]"));
                continue;
            }

            var id = item[nameof(ContentItem.ContentItemId)].Text() ?? "";
            if (id.Length == 0) check.Refuse(body, item[nameof(ContentItem.ContentItemId)] ?? item, ContentText.IdMissing);
            else check.Versions.Claim(body, check, item, id);
            items.Run(item, id);
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        var nodes = body["data"].Objects().ToList();
        var outcome = await import.ImportAsync([.. nodes.Select(n => ContentItemConverter.Read((JsonObject)n.DeepClone()))], cancel);
        foreach (var problem in outcome.Problems) run.Refuse(body, Locate(nodes[problem.Index], problem.Path), problem.Message);
        foreach (var type in outcome.Items.GroupBy(i => i.Item.ContentType)) Tell(body, run, type.Key, [.. type]);
    }

    /// <summary>Every version, drafts and the archive with them: another site shall know as much as this one.</summary>
    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        if (!await export.Db.Content.IgnoreQueryFilters().AnyAsync(cancel)) return;
        export.Json.WriteStartObject();
        export.Json.WriteString("name", Name);
        export.Json.WriteStartArray("data");
        var versions = export.Db.Content.IgnoreQueryFilters().AsNoTracking().OrderBy(i => i.ContentItemId).ThenBy(i => i.ContentItemVersionId).AsAsyncEnumerable();
        await foreach (var version in versions.WithCancellation(cancel))
        {
            JsonSerializer.Serialize(export.Json, version, ContentJson.Options);
            export.Versions++;
            await export.EaseAsync(cancel);
        }

        export.Json.WriteEndArray();
        export.Json.WriteEndObject();
    }

    /// <summary>The node a handler's path points at, or the nearest around it.</summary>
    private static JsonNode Locate(JsonNode item, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (item is not JsonObject bag || bag[name] is not { } inner) break;
            item = inner;
        }

        return item;
    }

    private static void Tell(StepBody body, RecipeRun run, string type, List<ImportedItem> items)
    {
        foreach (var changed in items.Where(i => i.Verdict != ImportVerdict.Unchanged).Take(MostLines))
        {
            var verb = changed.Verdict == ImportVerdict.New ? PlanVerb.New : PlanVerb.Changed;
            run.Tell(body, verb, RecipesText.ItemLine(type, changed.Item.ContentItemId, changed.Item.DisplayText));
        }

        var (fresh, other, same) = (Count(ImportVerdict.New), Count(ImportVerdict.Changed), Count(ImportVerdict.Unchanged));
        run.Tell(body, fresh + other == 0 ? PlanVerb.Unchanged : PlanVerb.Changed, RecipesText.ContentCount(type, fresh, other, same));
        int Count(ImportVerdict verdict) => items.Count(i => i.Verdict == verdict);
    }
}
