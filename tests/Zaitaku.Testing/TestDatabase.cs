using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Zaitaku.Cms.Data;

namespace Zaitaku.Testing;

/// <summary>A database of one test, gone with it.</summary>
public sealed class TestDatabase(Engine engine, string folder) : IAsyncDisposable
{
    private readonly string name = $"zaitaku_{Guid.NewGuid():N}";

    public string ConnectionString => engine == Engine.Sqlite
        ? $"Data Source={Path.Combine(folder, "zaitaku.db")};Foreign Keys=True"
        : new NpgsqlConnectionStringBuilder(EachEngineAttribute.Postgres) { Database = name, Pooling = true }.ToString();

    public void Configure(DbContextOptionsBuilder options)
    {
        if (engine == Engine.Sqlite) options.UseSqlite(ConnectionString);
        else options.UseNpgsql(ConnectionString);
        options.ReplaceService<IModelCacheKeyFactory, TableSetKey>();
    }

    /// <summary>Makes a database on the server: empty, or a copy. SQLite makes its file itself, or finds it copied with its folder.</summary>
    /// <param name="pattern">A database to which nobody is connected.</param>
    public async Task CreateAsync(TestDatabase? pattern = null)
    {
        if (engine == Engine.PostgreSql) await OnServerAsync($"CREATE DATABASE {name}" + (pattern is null ? "" : $" TEMPLATE {pattern.name}"));
    }

    /// <summary>The schema as the model has it.</summary>
    public static Task CreateSchemaAsync(DbContext db) => db.Database.EnsureCreatedAsync();

    public async ValueTask DisposeAsync()
    {
        if (engine == Engine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(EachEngineAttribute.Postgres);
        await server.OpenAsync();
#pragma warning disable CA2100 // The name is this class's own.
        await using var command = new NpgsqlCommand(sql, server);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Tests of one process have databases of different modules: each set of tables has a model of its own.</summary>
internal sealed class TableSetKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as SiteDb)?.TableSet, designTime);
}
