using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>Roles {Roles: [{Name, Description, Permissions[], PermissionBehavior}]}</c>: Replace (default), Add or Remove permissions.</summary>
public sealed class RolesStep : RecipeStep
{
    private const string Behaviour = "PermissionBehavior";

    public override string Name => "Roles";

    public override StepTurn Turn => StepTurn.Settings;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        if (body["Roles"] is not JsonArray) check.Refuse(body, body["Roles"], RecipesText.ShapeWrong("Roles", "[ { \"Name\": … } ]"));
        foreach (var role in body["Roles"].Objects())
        {
            if (role.Ignoring("Name").Text() is not { Length: > 0 }) check.Refuse(body, role, RecipesText.DefinitionNameMissing);
            if (role.Ignoring(Behaviour) is { } behaviour && Parse(behaviour) is null) check.Refuse(body, behaviour, RecipesText.RoleBehaviour);
            foreach (var (name, node) in role.Ignoring("Permissions").Texts())
            {
                if (check.Known.IsPermission(name)) continue;
                if (OrchardPermissions.Contains(name)) check.Note(body, RecipesText.PermissionOfOrchard(name));
                else check.RefuseMisspelt(body, node, name, check.Known.Permissions, RecipesText.UnknownPermission(name));
            }
        }
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<Roles>(run.Db, roles =>
        {
            foreach (var stated in body["Roles"].Objects()) Apply(body, run, roles, stated);
        }, cancel);

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var roles = await SiteDocuments.LoadAsync<Roles>(export.Db, cancel);
        if (roles.Items.Count == 0) return;
        await export.WriteAsync(new() { ["name"] = Name, ["Roles"] = JsonSerializer.SerializeToNode(roles.Items, ContentJson.Options) }, cancel);
    }

    private static void Apply(StepBody body, RecipeRun run, Roles roles, JsonObject stated)
    {
        var name = stated.Ignoring("Name").Text()!;
        var known = roles.Find(name);
        var role = known ?? new Role { Name = name };
        var before = JsonSerializer.Serialize(role, ContentJson.Options);
        role.Description = stated.Ignoring("Description").Text() ?? role.Description;
        role.Permissions = Permissions(role, [.. stated.Ignoring("Permissions").Texts().Select(p => p.Text)], Parse(stated.Ignoring(Behaviour)) ?? Change.Replace);
        if (known is null) roles.Items.Add(role);
        if (known is null) run.Tell(body, PlanVerb.New, role.Name);
        else if (JsonSerializer.Serialize(role, ContentJson.Options) != before) run.Tell(body, PlanVerb.Changed, role.Name);
    }

    private static List<string> Permissions(Role role, List<string> stated, Change change) => change switch
    {
        Change.Add => [.. role.Permissions.Union(stated, StringComparer.OrdinalIgnoreCase)],
        Change.Remove => [.. role.Permissions.Except(stated, StringComparer.OrdinalIgnoreCase)],
        _ => [.. stated.Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    private static Change? Parse(JsonNode? node) =>
        node is not null && Enum.TryParse<Change>(node.ToString(), ignoreCase: true, out var change) && Enum.IsDefined(change) ? change : null;

    private enum Change
    {
        Replace,
        Add,
        Remove,
    }
}
