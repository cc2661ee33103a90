using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Zaitaku.Cms.Data;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>The section <c>Database</c> of the settings. Empty means SQLite in the data folder.</summary>
public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
    public string? ConnectionString { get; set; }

    /// <summary>Whether a PostgreSQL database with data is dumped before its schema changes. SQLite always is copied.</summary>
    public bool BackupBeforeMigration { get; set; } = true;

    /// <summary>
    /// What to connect to, with the defaults filled in. Foreign keys are on in this SQLite from its building; to say so here would cost a statement more
    /// at every query.
    /// </summary>
    public string Connection(DataFolder folder) => ConnectionString is { Length: > 0 } given ? given : Provider == DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "zaitaku.db"), DefaultTimeout = 30 }.ToString()
        : throw new InvalidOperationException(DataText.ConnectionStringMissing);

    /// <param name="options">What the engine is chosen for.</param>
    /// <param name="folder">Where SQLite's file lies.</param>
    /// <param name="models">The tables' model, when it need not be made.</param>
    public void Configure(DbContextOptionsBuilder options, DataFolder folder, CompiledModels? models = null)
    {
        if (Provider == DatabaseProvider.Sqlite) UseSqlite(options, folder, models?.Sqlite);
        else UsePostgreSql(options, folder, models?.PostgreSql);
    }

    // Each in a method of its own, so that the other engine's code is not even loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseSqlite(DbContextOptionsBuilder options, DataFolder folder, Func<IModel>? model) => Use(options.UseSqlite(Connection(folder)), model);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UsePostgreSql(DbContextOptionsBuilder options, DataFolder folder, Func<IModel>? model) => Use(options.UseNpgsql(Connection(folder)), model);

    private static void Use(DbContextOptionsBuilder options, Func<IModel>? model)
    {
        if (model is not null) options.UseModel(model());
    }
}
