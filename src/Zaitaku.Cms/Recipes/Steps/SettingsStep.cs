using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary>
/// <c>settings {SiteName, …}</c>. The keys Orchard Core's site settings have stand at the settings' root, whether this site reads them or not;
/// any other key is a section and goes to <see cref="SiteSettings.Properties"/> as it is.
/// </summary>
public sealed class SettingsStep : RecipeStep
{
    private static readonly string[] Root =
    [
        "BaseUrl", "Calendar", "MaxPagedCount", "MaxPageSize", "PageSize", "ResourceDebugMode", "SiteName", "PageTitleFormat", "SiteSalt", "SuperUser",
        "TimeZoneId", "UseCdn", "CdnBaseUrl", "AppendVersion", "HomeRoute", "CacheMode",
    ];

    public override string Name => "settings";

    public override StepTurn Turn => StepTurn.Settings;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        foreach (var (key, value) in body.Properties)
        {
            if (value is not null && RootName(key) is { } name && !Reads(name, value)) check.Refuse(body, value, RecipesText.SettingKind(name));
        }
    }

    public override async Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel)
    {
        var settings = JsonSerializer.SerializeToNode(await SiteDocuments.LoadAsync<SiteSettings>(run.Db, cancel), ContentJson.Options)!.AsObject();
        var sections = settings[nameof(SiteSettings.Properties)]!.AsObject();
        foreach (var (key, value) in body.Properties)
        {
            var (bag, name) = RootName(key) is { } root ? (settings, root) : (sections, key);
            if (value is null || JsonNode.DeepEquals(Plain(bag[name]), Plain(value))) continue;
            run.Tell(body, bag.ContainsKey(name) ? PlanVerb.Changed : PlanVerb.New, RecipesText.SettingChanged(name));
            bag[name] = value.DeepClone();
        }

        await SiteDocuments.PutAsync(run.Db, settings.Deserialize<SiteSettings>(ContentJson.Options)!, cancel);
    }

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var settings = JsonSerializer.SerializeToNode(await SiteDocuments.LoadAsync<SiteSettings>(export.Db, cancel), ContentJson.Options)!.AsObject();
        settings.Remove(nameof(SiteSettings.Properties), out var sections);
        var step = new JsonObject { ["name"] = Name };
        foreach (var (key, value) in settings.Concat(sections!.AsObject())) step[key] = value?.DeepClone();
        Secrets.Remove(step);
        if (step.Count > 1) await export.WriteAsync(step, cancel);
    }

    private static string? RootName(string key) => Root.FirstOrDefault(name => name.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Numbers that an expression made are text; what is stored is a number.</summary>
    private static JsonNode? Plain(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToString() : node;

    private static bool Reads(string name, JsonNode value)
    {
        try
        {
            new JsonObject { [name] = value.DeepClone() }.Deserialize<SiteSettings>(ContentJson.Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
