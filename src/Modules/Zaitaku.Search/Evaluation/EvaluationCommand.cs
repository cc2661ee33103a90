using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Ranking;

namespace Zaitaku.Search.Evaluation;

/// <summary><c>search eval --docs FILE --queries FILE</c>: measures the engine as it is shipped, on an index of its own.</summary>
public static class EvaluationCommand
{
    private const int Batch = 500;
    private const int WarmUp = 50;

    public static SiteCommand Command { get; } = new(
        "search eval", SearchText.EvaluationCommand, [new CommandWord("--docs", SearchText.DocumentsFile), new CommandWord("--queries", SearchText.QueriesFile)], RunAsync);

    private static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancel)
    {
        if (words.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync(SearchText.FileMissing(missing));
            return 1;
        }

        await using var scratch = await Scratch.OpenAsync(services.GetRequiredService<DatabaseSettings>(), services.GetRequiredService<DataFolder>(), cancel);
        var documents = await QuerySet.ReadAsync<SetDocument>(words[0], cancel);
        var seconds = await LoadAsync(scratch, documents, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents in {seconds:0.0}s"));
        Console.WriteLine(await AskAsync(scratch, await QuerySet.ReadAsync<SetQuery>(words[1], cancel), cancel));
        return 0;
    }

    /// <returns>How many seconds it took.</returns>
    private static async Task<double> LoadAsync(Scratch scratch, List<SetDocument> documents, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var writer = new DocumentWriter(scratch.Db, scratch.Engine);
        foreach (var part in documents.Chunk(Batch))
        {
            var pages = part.Select(d => new SearchPage(d.Id, "", Audience.Public, [new SearchEntry("", d.Id, d.Title) { Body = d.Text }])).ToList();
            await scratch.Db.WriteAsync(async () =>
            {
                await writer.PutAsync(pages, generation: 1, cancel);
                return true;
            }, cancel);
        }

        await scratch.Engine.SettleAsync(cancel);
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<Scores> AskAsync(Scratch scratch, List<SetQuery> queries, CancellationToken cancel)
    {
        var searcher = new Searcher(scratch.Db, scratch.Engine, new SearchStatistics(TimeProvider.System));
        foreach (var query in queries.Take(WarmUp)) await searcher.FindAsync(QueryReader.Read(query.Text), new SearchScope(Audience.Public), cancel);
        var answers = new List<(int, double)>(queries.Count);
        foreach (var query in queries)
        {
            var begun = Stopwatch.GetTimestamp();
            var found = await searcher.FindAsync(QueryReader.Read(query.Text), new SearchScope(Audience.Public), cancel);
            var ids = found.Ranked.Select(passage => passage.Match.Owner).Distinct().Take(10).ToList();
            answers.Add((ids.FindIndex(query.Relevant.Contains) + 1, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        }

        return Scores.Of(answers);
    }
}
