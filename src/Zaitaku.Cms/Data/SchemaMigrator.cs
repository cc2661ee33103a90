using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Zaitaku.Cms.Data;

/// <summary>One ordered step of the schema, in the dialect of one engine.</summary>
public sealed record SchemaScript(DatabaseProvider Provider, int Number, string Name, string Sql);

/// <summary>
/// Brings the schema up to date at start: under a lock, all scripts in one transaction, after a backup when there is data.
/// Why plain SQL files: docs/decisions/0003-schema-as-sql-files.md.
/// </summary>
public sealed class SchemaMigrator(SiteDb db, DatabaseBackup backup, DatabaseSettings settings, IEnumerable<SchemaScript> scripts, ILogger<SchemaMigrator> log)
{
    private const long MigrationLock = 0x5A41_4954_414B_5502;

    /// <returns>How many scripts were run.</returns>
    public async Task<int> MigrateAsync(CancellationToken cancel = default)
    {
        var provider = db.IsSqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql;
        var known = scripts.Where(s => s.Provider == provider).OrderBy(s => s.Number).ToList();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            if (db.IsSqlite) await RunAsync(connection, null, "PRAGMA journal_mode=WAL", cancel);
            else await RunAsync(connection, null, $"SELECT pg_advisory_lock({MigrationLock})", cancel);
            var version = await VersionAsync(connection, cancel);
            var latest = known.Count == 0 ? 0 : known[^1].Number;
            if (version > latest) throw new InvalidOperationException(DataText.NewerSchema(version, latest));
            if (version == latest) return 0;
            if (version > 0 && (db.IsSqlite || settings.BackupBeforeMigration)) await backup.TakeAsync(db, cancel);
            return await ApplyAsync(connection, known, cancel);
        }
        finally
        {
            if (!db.IsSqlite) await RunAsync(connection, null, $"SELECT pg_advisory_unlock({MigrationLock})", cancel);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<int> ApplyAsync(DbConnection connection, List<SchemaScript> known, CancellationToken cancel)
    {
        // SQLite takes its write lock here; a second process waits, and then finds the work done.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        await RunAsync(connection, transaction, """CREATE TABLE IF NOT EXISTS "SchemaVersion" ("Number" INTEGER NOT NULL PRIMARY KEY, "Name" TEXT NOT NULL)""", cancel);
        var version = await VersionAsync(connection, cancel, transaction);
        var due = known.Where(s => s.Number > version).ToList();
        foreach (var script in due)
        {
            await RunAsync(connection, transaction, script.Sql, cancel);
            await RunAsync(connection, transaction, $"""INSERT INTO "SchemaVersion" ("Number", "Name") VALUES ({script.Number}, '{script.Name}')""", cancel);
            log.LogInformation("Schema script {Number} {Name} applied", script.Number, script.Name);
        }

        await transaction.CommitAsync(cancel);
        return due.Count;
    }

    private async Task<int> VersionAsync(DbConnection connection, CancellationToken cancel, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = db.IsSqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'SchemaVersion'"
            : "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'SchemaVersion'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture) == 0) return 0;
        command.CommandText = """SELECT COALESCE(MAX("Number"), 0) FROM "SchemaVersion" """;
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

#pragma warning disable CA2100 // The text is a script of this program, or built of its numbers: nothing of it comes from outside.
    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
#pragma warning restore CA2100
}
