using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Zaitaku.Cms.Data;

/// <summary>PostgreSQL's own programs for backups, on this site's database. The password goes by the environment, where other users do not see it.</summary>
public sealed class PostgresTools(DataFolder folder, DatabaseSettings settings)
{
    /// <summary>Runs on the database.</summary>
    /// <exception cref="InvalidOperationException">The program is missing, or it failed.</exception>
    public Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var target = Target;
        string[] connection = ["--host", target.Host ?? "localhost", "--port", target.Port.ToString(CultureInfo.InvariantCulture), "--dbname", target.Database ?? ""];
        return ReadAsync(program, [.. connection, .. arguments], cancel);
    }

    /// <summary>Runs on what the arguments name.</summary>
    /// <returns>What the program wrote.</returns>
    public async Task<string> ReadAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (Target.Username is { } user) start.Environment["PGUSER"] = user;
        if (Target.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var running = Start(start);
        var (errors, words) = (running.StandardError.ReadToEndAsync(cancel), running.StandardOutput.ReadToEndAsync(cancel));
        await running.WaitForExitAsync(cancel);
        return running.ExitCode == 0 ? await words : throw new InvalidOperationException(DataText.ToolFailed(program, await errors));
    }

    private NpgsqlConnectionStringBuilder Target => new(settings.Connection(folder));

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(start.FileName == "pg_dump" ? DataText.BackupToolMissing : DataText.ToolMissing(start.FileName));
        }
    }
}
