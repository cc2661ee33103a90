using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests;

/// <summary>The data of a site after its first start, made once in this process: a site that begins with the sample content begins with a copy.</summary>
internal sealed class SampleData : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<SampleData>>> Made = new();

    private readonly TestDatabase database;
    private readonly string folder = Directory.CreateTempSubdirectory("zaitaku-sample-").FullName;

    private SampleData(Engine engine) => database = new(engine, folder);

    public static Task<SampleData> OfAsync(Engine engine) => Made.GetOrAdd(engine, _ => new(() => MakeAsync(engine))).Value;

    public async Task CopyToAsync(TestDatabase copy, string where)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(where, Path.GetRelativePath(folder, inner)));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(where, Path.GetRelativePath(folder, file)));
        await copy.CreateAsync(database);
    }

    private static async Task<SampleData> MakeAsync(Engine engine)
    {
        var sample = new SampleData(engine);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => sample.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await sample.database.CreateAsync();
        // On the day on which the tests' clock begins, or content would have been written after their today.
        var site = new RunningSite(engine, sample.database, sample.folder, null, services => services.AddSingleton<TimeProvider>(new TestClock()));
        await site.Start().StopAsync();
        if (engine == Engine.Sqlite) SqliteConnection.ClearAllPools();
        else NpgsqlConnection.ClearAllPools();
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
