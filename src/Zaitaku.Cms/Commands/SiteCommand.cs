namespace Zaitaku.Cms.Commands;

/// <summary>A command that a module adds to the program. The schema is brought up to date before it runs, unless it needs no database.</summary>
/// <param name="Name">One word, or two with a space between them: <c>search eval</c>.</param>
/// <param name="Words">What has to follow its name: words in their order, and options, whose names begin with <c>--</c>.</param>
/// <param name="RunAsync">Runs it in a scope of its own, with the words as typed; gives the exit code.</param>
public sealed record SiteCommand(
    string Name, string Description, IReadOnlyList<CommandWord> Words, Func<IServiceProvider, IReadOnlyList<string>, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>False for a command that leaves the site's database alone: then none is made, and none is changed.</summary>
    public bool NeedsDatabase { get; init; } = true;
}

public sealed record CommandWord(string Name, string Description);

/// <summary>Something a module does at start, when the database is ready and before the first request. Safe to run on every node at once.</summary>
public sealed record SitePreparation(Func<IServiceProvider, CancellationToken, Task> RunAsync);
