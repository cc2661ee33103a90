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

/// <summary><c>search eval --docs FILE --queries FILE</c>: measures the engine as it is shipped, on an index of its own. The site's own data is not touched.</summary>
public static class EvaluationCommand
{
    private const int Batch = 500;
    private const int WarmUp = 50;
    private const int Counted = 10;
    private const int Generation = 1;
    private const int Changed = 21;

    public static SiteCommand Command { get; } = new(
        "search eval", SearchText.EvaluationCommand, [new CommandWord("--docs", SearchText.DocumentsFile), new CommandWord("--queries", SearchText.QueriesFile)], RunAsync)
    {
        NeedsDatabase = false,
    };

    private static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancel)
    {
        try
        {
            var documents = await EvaluationFile.ReadAsync<SetDocument>(words[0], cancel);
            var queries = await EvaluationFile.ReadAsync<SetQuery>(words[1], cancel);
            if (Unanswerable(documents, queries) is > 0 and var count) await Console.Error.WriteLineAsync(SearchText.Unanswerable(count));
            await using var scratch = await Scratch.OpenAsync(services.GetRequiredService<DatabaseSettings>(), services.GetRequiredService<DataFolder>(), cancel);
            var begun = Environment.CpuUsage.TotalTime;
            var seconds = await LoadAsync(scratch, documents, cancel);
            var indexed = Environment.CpuUsage.TotalTime;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scratch.Name}: {documents.Count} documents indexed in {seconds:0.0}s, {(indexed - begun).TotalSeconds:0.0}s of CPU"));
            Console.WriteLine(await AskAsync(scratch, documents, queries, cancel));
            var asked = (Environment.CpuUsage.TotalTime - indexed).TotalMilliseconds / (queries.Count + Math.Min(queries.Count, WarmUp));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a query takes {asked:0.00}ms of CPU (mean)"));
            var change = await ChangeAsync(scratch, documents, cancel);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one document changed in {change:0.0}ms (median)"));
            return 0;
        }
        catch (EvaluationFileException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>How many queries no document of the file can answer.</summary>
    private static int Unanswerable(List<SetDocument> documents, List<SetQuery> queries)
    {
        var ids = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
        return queries.Count(query => !query.Relevant.Any(ids.Contains));
    }

    /// <returns>How many seconds it took.</returns>
    private static async Task<double> LoadAsync(Scratch scratch, List<SetDocument> documents, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var writer = new DocumentWriter(scratch.Db, scratch.Engine);
        foreach (var part in documents.Select(Page).Chunk(Batch))
        {
            await scratch.Db.WriteAsync(async () =>
            {
                await writer.PutAsync(part, Generation, cancel);
                return true;
            }, cancel);
        }

        await scratch.Engine.SettleAsync(cancel);
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>What the index adds to a publication: a document is taken out and put in anew, in a write of its own.</summary>
    /// <returns>Milliseconds, the median.</returns>
    private static async Task<double> ChangeAsync(Scratch scratch, List<SetDocument> documents, CancellationToken cancel)
    {
        var times = new List<double>();
        var writer = new DocumentWriter(scratch.Db, scratch.Engine);
        foreach (var page in documents.Select(Page).Take(Changed))
        {
            var begun = Stopwatch.GetTimestamp();
            await scratch.Db.WriteAsync(async () =>
            {
                await writer.RemoveAsync([page.Owner], Generation, cancel);
                await writer.PutAsync([page], Generation, cancel);
                return true;
            }, cancel);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>A document's owner is its place in the file: ids of any length and kind are welcome.</summary>
    private static SearchPage Page(SetDocument document, int at)
    {
        var owner = at.ToString(CultureInfo.InvariantCulture);
        return new SearchPage(owner, "", Audience.Public, [new SearchEntry("", owner, document.Title) { Body = document.Text }]);
    }

    private static async Task<Scores> AskAsync(Scratch scratch, List<SetDocument> documents, List<SetQuery> queries, CancellationToken cancel)
    {
        var searcher = new Searcher(scratch.Db, scratch.Engine, new SearchStatistics(TimeProvider.System));
        foreach (var query in queries.Take(WarmUp)) await searcher.FindAsync(QueryReader.Read(query.Text), new SearchScope(Audience.Public), cancel);
        var answers = new List<(int, double)>(queries.Count);
        foreach (var query in queries)
        {
            var begun = Stopwatch.GetTimestamp();
            var found = await searcher.FindAsync(QueryReader.Read(query.Text), new SearchScope(Audience.Public), cancel);
            var ids = found.Ranked.Select(passage => documents[int.Parse(passage.Match.Owner, CultureInfo.InvariantCulture)].Id).Distinct().Take(Counted).ToList();
            answers.Add((ids.FindIndex(query.Relevant.Contains) + 1, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        }

        return Scores.Of(answers);
    }
}
