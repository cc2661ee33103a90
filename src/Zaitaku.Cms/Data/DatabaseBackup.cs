using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Zaitaku.Cms.Data;

/// <summary>Takes a copy of the database into <c>backups</c> of the data folder, and looks whether the copy is whole.</summary>
public sealed class DatabaseBackup(DataFolder folder, DatabaseSettings settings, TimeProvider clock, ILogger<DatabaseBackup> log)
{
    /// <returns>The file written.</returns>
    public async Task<string> TakeAsync(SiteDb db, CancellationToken cancel = default)
    {
        var name = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var file = Path.Combine(folder.Sub("backups"), name + (db.IsSqlite ? ".db" : ".dump"));
        if (db.IsSqlite) await CopySqliteAsync((SqliteConnection)db.Database.GetDbConnection(), file, cancel);
        else await DumpAsync(file, cancel);
        log.LogInformation("Database backed up to {File}", file);
        return file;
    }

    private static async Task CopySqliteAsync(SqliteConnection source, string file, CancellationToken cancel)
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await copy.OpenAsync(cancel);
        source.BackupDatabase(copy);
        await using var check = copy.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        if (await check.ExecuteScalarAsync(cancel) is not "ok") throw new InvalidOperationException(DataText.BackupBroken(file));
    }

    private async Task DumpAsync(string file, CancellationToken cancel)
    {
        var target = new NpgsqlConnectionStringBuilder(settings.Connection(folder));
        var start = new ProcessStartInfo("pg_dump") { RedirectStandardError = true };
        string[] arguments = ["--format=custom", "--file", file, "--host", target.Host ?? "localhost", "--port", target.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--dbname", target.Database ?? ""];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (target.Username is { } user) start.Environment["PGUSER"] = user;
        if (target.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var dump = Start(start);
        var errors = await dump.StandardError.ReadToEndAsync(cancel);
        await dump.WaitForExitAsync(cancel);
        if (dump.ExitCode != 0) throw new InvalidOperationException($"{DataText.BackupBroken(file)} {errors}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException(DataText.BackupToolMissing);
        }
    }
}
