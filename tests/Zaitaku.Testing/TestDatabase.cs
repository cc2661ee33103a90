using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zaitaku.Testing;

/// <summary>A database of one test, gone with it.</summary>
internal sealed class TestDatabase(Engine engine, string folder) : IAsyncDisposable
{
    private readonly string name = $"zaitaku_{Guid.NewGuid():N}";

    public void Configure(DbContextOptionsBuilder options)
    {
        if (engine == Engine.Sqlite) options.UseSqlite($"Data Source={Path.Combine(folder, "zaitaku.db")};Foreign Keys=True");
        else options.UseNpgsql(new NpgsqlConnectionStringBuilder(EachEngineAttribute.Postgres) { Database = name, Pooling = true }.ToString());
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
        await using var server = new NpgsqlConnection(EachEngineAttribute.Postgres);
        await server.OpenAsync();
#pragma warning disable CA2100 // The name is this class's own.
        await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", server);
#pragma warning restore CA2100
        await drop.ExecuteNonQueryAsync();
    }
}
