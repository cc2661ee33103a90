using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Index;

namespace Zaitaku.Search.Evaluation;

/// <summary>An empty index of its own beside the site's: a file, or a schema on the site's server. Gone when it is disposed.</summary>
public sealed class Scratch : IAsyncDisposable
{
    private const string Schema = "search_scratch";
    private const string Make = "DROP SCHEMA IF EXISTS search_scratch CASCADE; CREATE SCHEMA search_scratch";
    private const string Drop = "DROP SCHEMA search_scratch CASCADE";
    private readonly string? folder;
    private readonly string? server;

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
            server = settings.Connection(data);
            options.UseNpgsql(new NpgsqlConnectionStringBuilder(server) { SearchPath = Schema }.ToString());
        }

        Db = new SiteDb(options.Options, [new SearchTables()], Viewer.Site, new SiteCache());
        Engine = SearchEngines.For(Db);
    }

    public SiteDb Db { get; }

    public ISearchEngine Engine { get; }

    public static async Task<Scratch> OpenAsync(DatabaseSettings settings, DataFolder data, CancellationToken cancel)
    {
        var scratch = new Scratch(settings, data);
        if (scratch.server is not null) await scratch.OnServerAsync(Make, cancel);
        await scratch.Db.Database.OpenConnectionAsync(cancel);
        if (scratch.server is null) await scratch.Db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        await RunAsync(scratch.Db.Database.GetDbConnection(), scratch.Db.Database.GenerateCreateScript() + scratch.Engine.Schema, cancel);
        scratch.Db.Add(new SearchGeneration { Id = 1, Current = 1 });
        await scratch.Db.SaveChangesAsync(cancel);
        return scratch;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.Database.CloseConnectionAsync();
        await Db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (folder is not null) Directory.Delete(folder, recursive: true);
        if (server is not null) await OnServerAsync(Drop, CancellationToken.None);
    }

    private async Task OnServerAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancel);
        await RunAsync(connection, sql, cancel);
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
