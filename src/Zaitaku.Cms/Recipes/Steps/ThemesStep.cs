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
            else if (!known.IsTheme(id)) check.RefuseMisspelt(body, node, id, known.Themes, RecipesText.UnknownTheme(id));
        }
    }

    public override Task ApplyAsync(StepBody body, RecipeRun run, CancellationToken cancel) =>
        RecipeRun.AlterAsync<SiteThemes>(run.Db, themes =>
        {
            (themes.Site, themes.OrchardSite) = Choose(body, run, nameof(SiteThemes.Site), themes.Site, themes.OrchardSite);
            (themes.Admin, themes.OrchardAdmin) = Choose(body, run, nameof(SiteThemes.Admin), themes.Admin, themes.OrchardAdmin);
        }, cancel);

    public override async Task ExportAsync(RecipeExport export, CancellationToken cancel)
    {
        var themes = await SiteDocuments.LoadAsync<SiteThemes>(export.Db, cancel);
        await WriteAsync(export, themes.Site, themes.Admin, cancel);
        await WriteAsync(export, themes.OrchardSite, themes.OrchardAdmin, cancel);
    }

    private (string? Own, string? Orchard) Choose(StepBody body, RecipeRun run, string place, string? own, string? orchard)
    {
        if (body[place].Text() is not { Length: > 0 } id) return (own, orchard);
        if (!known.IsTheme(id)) return (own, id);
        if (id != own) run.Tell(body, PlanVerb.Changed, RecipesText.ThemeSet(place, id));
        return (id, null);
    }

    private async Task WriteAsync(RecipeExport export, string? site, string? admin, CancellationToken cancel)
    {
        if (site is null && admin is null) return;
        var step = new JsonObject { ["name"] = Name };
        if (site is not null) step[nameof(SiteThemes.Site)] = site;
        if (admin is not null) step[nameof(SiteThemes.Admin)] = admin;
        await export.WriteAsync(step, cancel);
    }
}
