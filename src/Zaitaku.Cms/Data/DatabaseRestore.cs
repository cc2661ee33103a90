using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Zaitaku.Cms.Data;

/// <summary>How a restore ended.</summary>
/// <param name="Refusal">Why nothing was done, in the operator's words; null when it is done.</param>
/// <param name="Kept">The backup of what was there before.</param>
public sealed record RestoreOutcome(string? Refusal, string? Kept);

/// <summary>
/// Puts a backup in the place of the database, in one transaction. It looks at the backup first, and takes one of what is there; media are not
/// part of it.
/// </summary>
public sealed class DatabaseRestore(SiteDb db, DatabaseBackup backup, PostgresTools postgres, IEnumerable<SchemaScript> scripts, ILogger<DatabaseRestore> log)
{
    public async Task<RestoreOutcome> RunAsync(string file, CancellationToken cancel = default)
    {
        if (!File.Exists(file)) return new(DataText.BackupMissing(file), null);
        var known = scripts.Where(s => s.Provider == (db.IsSqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql)).Max(s => s.Number);
        if (await VersionAsync(file, cancel) is not { } version) return new(DataText.NotABackup(file), null);
        if (version > known) return new(DataText.NewerSchema(version, known), null);
        var kept = await backup.TakeAsync(db, cancel);
        if (db.IsSqlite) await RestoreSqliteAsync(file, cancel);
        else await postgres.RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", file], cancel);
        log.LogInformation("Database restored from {File}", file);
        return new(null, kept);
    }

    /// <summary>The backup's schema, or null when it is broken or none of ours.</summary>
    private async Task<int?> VersionAsync(string file, CancellationToken cancel) =>
        db.IsSqlite ? await SqliteVersionAsync(file, cancel) : await DumpVersionAsync(file, cancel);

    private static async Task<int?> SqliteVersionAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var copy = Open(file);
            await copy.OpenAsync(cancel);
            await using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync(cancel) is not "ok") return null;
            command.CommandText = """SELECT MAX("Number") FROM "SchemaVersion" """;
            return await command.ExecuteScalarAsync(cancel) is long number ? (int)number : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>The tool writes the one table as text; its rows begin with the number.</summary>
    private async Task<int?> DumpVersionAsync(string file, CancellationToken cancel)
    {
        try
        {
            var text = await postgres.ReadAsync("pg_restore", ["--data-only", "--table=SchemaVersion", "--file=-", file], cancel);
            var numbers = text.Split('\n').Select(line => int.TryParse(line.Split('\t')[0], CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
            return numbers.Max() is > 0 and var latest ? latest : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>SQLite copies page by page within a transaction of the database: readers see the one or the other, and a fall leaves the old.</summary>
    private async Task RestoreSqliteAsync(string file, CancellationToken cancel)
    {
        await using var copy = Open(file);
        await copy.OpenAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        copy.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
    }

    private static SqliteConnection Open(string file) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
}
