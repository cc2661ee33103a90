using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Zaitaku.Cms.Data;

/// <summary>Takes a copy of the database into <c>backups</c> of the data folder, and looks whether the copy is whole.</summary>
public sealed class DatabaseBackup(DataFolder folder, PostgresTools postgres, TimeProvider clock, ILogger<DatabaseBackup> log)
{
    /// <returns>The file written.</returns>
    public async Task<string> TakeAsync(SiteDb db, CancellationToken cancel = default)
    {
        var name = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var file = Unused(Path.Combine(folder.Sub("backups"), name), db.IsSqlite ? ".db" : ".dump");
        if (db.IsSqlite) await CopySqliteAsync(db, file, cancel);
        else await postgres.RunAsync("pg_dump", ["--format=custom", "--file", file], cancel);
        log.LogInformation("Database backed up to {File}", file);
        return file;
    }

    /// <summary>Two backups within a second are two files.</summary>
    private static string Unused(string name, string ending)
    {
        var file = name + ending;
        for (var n = 2; File.Exists(file); n++) file = $"{name}-{n}{ending}";
        return file;
    }

    private static async Task CopySqliteAsync(SiteDb db, string file, CancellationToken cancel)
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await copy.OpenAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
        await db.Database.CloseConnectionAsync();
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        if (await check.ExecuteScalarAsync(cancel) is not "ok") throw new InvalidOperationException(DataText.BackupBroken(file));
    }
}
