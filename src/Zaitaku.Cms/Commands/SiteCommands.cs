using System.CommandLine;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Recipes;
using Zaitaku.Cms.Recipes.Packages;

namespace Zaitaku.Cms.Commands;

/// <summary>What an operator can say to the program instead of starting the site: <c>dotnet ZaitakuSite.dll COMMAND</c>.</summary>
internal sealed class SiteCommands(WebApplication app)
{
    private readonly RootCommand root = new(CommandsText.Root);

    /// <returns>The exit code: 0 when the command did what it was asked.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        Add("migrate", CommandsText.Migrate, services => services.GetRequiredService<SchemaMigrator>().MigrateAsync());
        Add("backup", CommandsText.Backup, async services =>
            Console.WriteLine(await services.GetRequiredService<DatabaseBackup>().TakeAsync(services.GetRequiredService<SiteDb>())));
        Add("print-schema", CommandsText.PrintSchema, services =>
        {
            Console.WriteLine(services.GetRequiredService<SiteDb>().Database.GenerateCreateScript());
            return Task.CompletedTask;
        });
        Add("rebuild-index", CommandsText.RebuildIndex, async services =>
            Console.WriteLine(CommandsText.IndexRebuilt(await services.GetRequiredService<IndexKeeper>().RebuildAsync())));
        AddApplyRecipe();
        AddExport();
        AddRestore();
        foreach (var command in app.Services.GetServices<SiteCommand>()) Add(command);
        var words = CommandWords.Split(args);
        if (words.IsQuestion) return await root.Parse("--help").InvokeAsync();
        var parsed = root.Parse(words.Own);
        if (parsed.CommandResult.Command.Subcommands.Count > 0 || parsed.UnmatchedTokens.Count > 0)
        {
            await Console.Error.WriteLineAsync(CommandsText.UnknownWord(parsed.UnmatchedTokens is [var stray, ..] ? stray : words.Own[^1]));
            return 1;
        }

        return await parsed.InvokeAsync();
    }

    private void AddApplyRecipe()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandsText.RecipeFile };
        var whatIf = new Option<bool>("--what-if") { Description = CommandsText.WhatIf };
        var keepUnknown = new Option<bool>("--keep-unknown") { Description = CommandsText.KeepUnknown };
        var command = new Command("apply-recipe", CommandsText.ApplyRecipe) { file, whatIf, keepUnknown };
        command.Aliases.Add("import");
        command.SetAction((words, cancel) => InScopeAsync(async services =>
        {
            await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancel);
            var recipes = services.GetRequiredService<RecipeRunner>();
            var watch = Stopwatch.StartNew();
            var (path, keeps) = (words.GetRequiredValue(file).FullName, words.GetValue(keepUnknown));
            var plan = words.GetValue(whatIf) ? await recipes.PlanAsync(path, keepUnknown: keeps, cancel: cancel) : await recipes.ApplyAsync(path, keepUnknown: keeps, cancel: cancel);
            Console.WriteLine(plan);
            Console.WriteLine(CommandsText.Took(watch.Elapsed));
            return plan.Refused ? 1 : 0;
        }));
        root.Add(command);
    }

    /// <summary>A name of two words is a command within a command; a word whose name begins with <c>--</c> is an option that has to be given.</summary>
    private void Add(SiteCommand added)
    {
        var words = added.Words.Select(Symbol).ToList();
        var command = new Command(added.Name.Split(' ')[^1], added.Description);
        foreach (var word in words)
        {
            if (word is Option option) command.Add(option);
            else command.Add((Argument)word);
        }

        command.SetAction((typed, cancel) => InScopeAsync(async services =>
        {
            if (added.NeedsDatabase) await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancel);
            return await added.RunAsync(services, [.. words.Select(word => typed.GetRequiredValue<string>(word.Name))], cancel);
        }));
        Parent(added).Add(command);
    }

    private static Symbol Symbol(CommandWord word) => word.Name.StartsWith("--", StringComparison.Ordinal)
        ? new Option<string>(word.Name) { Description = word.Description, Required = true }
        : new Argument<string>(word.Name) { Description = word.Description };

    private Command Parent(SiteCommand added)
    {
        if (!added.Name.Contains(' ', StringComparison.Ordinal)) return root;
        var name = added.Name.Split(' ')[0];
        if (root.Subcommands.FirstOrDefault(c => c.Name == name) is { } known) return known;
        var parent = new Command(name, added.Description);
        root.Add(parent);
        return parent;
    }

    private void AddExport()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandsText.ExportFile };
        var command = new Command("export", CommandsText.Export) { file };
        command.SetAction((words, cancel) => InScopeAsync(services => ExportAsync(services, words.GetRequiredValue(file).FullName, cancel)));
        root.Add(command);
    }

    /// <summary>Written beside its place and moved there when it is whole.</summary>
    private static async Task<int> ExportAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        if (File.Exists(path))
        {
            await Console.Error.WriteLineAsync(CommandsText.ExportFileExists(path));
            return 1;
        }

        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancel);
            ExportOutcome outcome;
            await using (var zip = new FileStream(beside, FileMode.CreateNew)) outcome = await services.GetRequiredService<SiteExport>().WriteAsync(zip, cancel);
            File.Move(beside, path);
            foreach (var missing in outcome.Missing) await Console.Error.WriteLineAsync(CommandsText.FileLacking(missing));
            Console.WriteLine(CommandsText.Exported(path, outcome));
            return outcome.Missing.Count == 0 ? 0 : 1;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private void AddRestore()
    {
        var file = new Argument<FileInfo>("file") { Description = CommandsText.BackupFile };
        var command = new Command("restore", CommandsText.Restore) { file };
        command.SetAction((words, cancel) => InScopeAsync(async services =>
        {
            var outcome = await services.GetRequiredService<DatabaseRestore>().RunAsync(words.GetRequiredValue(file).FullName, cancel);
            if (outcome.Refusal is { } refusal) await Console.Error.WriteLineAsync(refusal);
            else Console.WriteLine(CommandsText.Restored(outcome.Kept!));
            return outcome.Refusal is null ? 0 : 1;
        }));
        root.Add(command);
    }

    private void Add(string name, string description, Func<IServiceProvider, Task> act)
    {
        var command = new Command(name, description);
        command.SetAction((_, _) => InScopeAsync(async services =>
        {
            await act(services);
            return 0;
        }));
        root.Add(command);
    }

    private async Task<int> InScopeAsync(Func<IServiceProvider, Task<int>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
