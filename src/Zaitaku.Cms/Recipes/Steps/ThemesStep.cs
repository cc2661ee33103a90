using System.Text.Json.Nodes;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Recipes.Steps;

/// <summary><c>themes {Site, Admin}</c>: which themes dress the site. An empty one leaves things as they are.</summary>
public sealed class ThemesStep(KnownNames known) : RecipeStep
{
    public override string Name => "themes";

    public override StepTurn Turn => StepTurn.Features;

    protected override void Validate(StepBody body, RecipeCheck check)
    {
        foreach (var (place, node) in body.Properties)
        {
            if (node is null || node.Text() is { Length: 0 }) continue;
            if (node.Text() is not { } id) check.Refuse(body, node, RecipesText.ShapeWrong(place, "\"…\""));
            else if (OrchardNames.Themes.Contains(id)) check.Note(body, RecipesText.ThemeOfOrchard(id));
            else if (!known.IsTheme(id)) check.Refuse(body, node, RecipesText.UnknownTheme(id));
        }
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<SiteThemes>(run.Db, themes =>
        {
            themes.Site = Choose(body, run, nameof(SiteThemes.Site), themes.Site);
            themes.Admin = Choose(body, run, nameof(SiteThemes.Admin), themes.Admin);
        }, cancel);

    public override async IAsyncEnumerable<JsonObject> ExportAsync(SiteDb db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var themes = await SiteDocuments.LoadAsync<SiteThemes>(db, cancel);
        yield return new() { ["name"] = Name, [nameof(SiteThemes.Site)] = themes.Site, [nameof(SiteThemes.Admin)] = themes.Admin };
    }

    private string? Choose(StepBody body, RecipeRun run, string place, string? now)
    {
        if (body[place].Text() is not { Length: > 0 } id || !known.IsTheme(id) || id == now) return now;
        run.Tell(body, PlanVerb.Changed, RecipesText.ThemeSet(place, id));
        return id;
    }
}
