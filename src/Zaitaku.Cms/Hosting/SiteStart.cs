using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;

namespace Zaitaku.Cms.Hosting;

/// <summary>Runs a command, or starts the site: the schema first, and on an empty database the set-up recipe.</summary>
public static class SiteStart
{
    public static async Task<int> RunCmsAsync(this WebApplication app, string[] args)
    {
        // A command needs no pages, and a site that starts needs no command line.
        if (CommandWords.Ask(args)) return await new SiteCommands(app).RunAsync(args);
        // The database is made ready beside the pages' routes: neither needs the other yet.
        var prepared = Task.Run(() => PrepareAsync(app));
        app.UseCms();
        await prepared;
        await app.StartAsync();
        Announce(app);
        // What starting left behind is given back at once.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        _ = IdleMemory.WatchAsync(app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Makes the database ready to serve. Safe to run on every node at once: the second finds the work done.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var recipe = app.Configuration["Zaitaku:SetupRecipe"] ?? "recipes/zaitaku.recipe.json";
        if (recipe.Length > 0 && !await db.Set<SiteDocument>().AnyAsync())
        {
            await SetUpAsync(scope.ServiceProvider.GetRequiredService<RecipeRunner>(), Path.GetFullPath(recipe, AppContext.BaseDirectory));
        }

        await scope.ServiceProvider.GetRequiredService<IndexKeeper>().MakeMissingAsync();
        foreach (var preparation in app.Services.GetServices<SitePreparation>()) await preparation.RunAsync(scope.ServiceProvider, CancellationToken.None);
    }

    private static async Task SetUpAsync(RecipeRunner recipes, string file)
    {
        var plan = await recipes.ApplyAsync(file);
        if (plan.Refused) throw new InvalidOperationException(plan.ToString());
    }

    private static void Announce(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DataFolder>();
        var database = app.Services.GetRequiredService<DatabaseSettings>();
        Console.WriteLine(CommandsText.Started(string.Join(", ", app.Urls), folder.Path, database.Provider.ToString()));
    }
}
