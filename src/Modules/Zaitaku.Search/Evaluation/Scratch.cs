using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Evaluation;

/// <summary>
/// An empty index of its own beside the site's: a file, or a schema on the site's server, one at a time. Gone when it is disposed; what a run that was
/// killed left on the server goes with the next.
/// </summary>
public sealed class Scratch : IAsyncDisposable
{
    private const string Schema = "search_scratch";
    private const string Make = "SELECT pg_advisory_lock(hashtext('search_scratch')); DROP SCHEMA IF EXISTS search_scratch CASCADE; CREATE SCHEMA search_scratch";
    private const string Drop = "DROP SCHEMA search_scratch CASCADE; SELECT pg_advisory_unlock(hashtext('search_scratch'))";
    private readonly string? folder;
    private readonly NpgsqlConnection? server;

    private Scratch(DatabaseSettings settings, DataFolder data)
    {
        var options = new DbContextOptionsBuilder<SiteDb>();
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            folder = Directory.CreateTempSubdirectory(Schema).FullName;
            options.UseSqlite($"Data Source={Path.Combine(folder, "scratch.db")}");
        }
        else
        {
            server = new NpgsqlConnection(settings.Connection(data));
            options.UseNpgsql(new NpgsqlConnectionStringBuilder(settings.Connection(data)) { SearchPath = Schema }.ToString());
        }

        Name = settings.Provider.ToString();
        Db = new SiteDb(options.Options, [new SearchTables()], Viewer.Site, new SiteCache());
        Engine = SearchEngines.For(Db);
    }

    /// <summary>Of the engine.</summary>
    public string Name { get; }

    public SiteDb Db { get; }

    public ISearchEngine Engine { get; }

    public static async Task<Scratch> OpenAsync(DatabaseSettings settings, DataFolder data, CancellationToken cancel)
    {
        var scratch = new Scratch(settings, data);
        try
        {
            await scratch.MakeAsync(cancel);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    private async Task MakeAsync(CancellationToken cancel)
    {
        if (server is not null)
        {
            await server.OpenAsync(cancel);
            await RunAsync(server, Make, cancel);
        }

        await Db.Database.OpenConnectionAsync(cancel);
        if (server is null) await Db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        await RunAsync(Db.Database.GetDbConnection(), Db.Database.GenerateCreateScript() + Engine.Schema, cancel);
        Db.Add(new SearchGeneration { Id = 1, Current = 1 });
        await Db.SaveChangesAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.Database.CloseConnectionAsync();
        await Db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (folder is not null) Directory.Delete(folder, recursive: true);
        if (server is null) return;
        if (server.State == System.Data.ConnectionState.Open) await RunAsync(server, Drop, CancellationToken.None);
        await server.DisposeAsync();
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // This program's own texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
