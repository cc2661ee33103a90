using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Migrations;

public sealed class SchemaMigratorTests
{
    private const int Next = 1000;

    [Theory, EachEngine]
    public async Task A_schema_of_a_newer_program_is_refused(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await using var scope = site.Services.CreateAsyncScope();
        var known = scope.ServiceProvider.GetServices<SchemaScript>().Max(script => script.Number);
        await scope.ServiceProvider.GetRequiredService<SiteDb>().Database.ExecuteSqlAsync($"""INSERT INTO "SchemaVersion" ("Number", "Name") VALUES ({Next}, 'newer')""");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<SchemaMigrator>().MigrateAsync());
        Assert.Equal(DataText.NewerSchema(Next, known), refusal.Message);
    }

    [Theory, EachEngine]
    public async Task A_database_with_data_is_backed_up_before_it_changes(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "backups")));
        Assert.Equal(1, await MigrateAsync(site, "CREATE TABLE \"Fake\" (\"Id\" INTEGER NOT NULL PRIMARY KEY)"));
        Assert.True(await HasFakeAsync(site));
        var backup = Assert.Single(Backups(site));
        if (engine == Engine.Sqlite) AssertWhole(backup);
        else Assert.Contains("TABLE DATA public ContentItem", await ListAsync(backup), StringComparison.Ordinal);
        Assert.Equal(0, await MigrateAsync(site, "CREATE TABLE \"Fake\" (\"Id\" INTEGER NOT NULL PRIMARY KEY)"));
        Assert.Single(Backups(site));
    }

    [Theory, EachEngine]
    public async Task A_script_that_fails_leaves_nothing_behind(Engine engine)
    {
        await using var site = await RunningSite.StartAsync(engine, new Dictionary<string, string> { ["Zaitaku:SetupRecipe"] = "" });
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => MigrateAsync(site, "CREATE TABLE \"Fake\" (\"Id\" INTEGER NOT NULL PRIMARY KEY); CREATE NONSENSE"));
        Assert.False(await HasFakeAsync(site));
        Assert.Equal(1, await MigrateAsync(site, "CREATE TABLE \"Fake\" (\"Id\" INTEGER NOT NULL PRIMARY KEY)"));
    }

    [Fact]
    public async Task A_broken_database_is_not_changed_because_its_copy_is_broken()
    {
        await using var site = await RunningSite.StartAsync();
        await BreakAsync(site);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => MigrateAsync(site, "CREATE TABLE \"Fake\" (\"Id\" INTEGER NOT NULL PRIMARY KEY)"));
        Assert.Contains("壊れていました", refusal.Message, StringComparison.Ordinal);
        Assert.False(await HasFakeAsync(site));
    }

    private static IEnumerable<string> Backups(RunningSite site) =>
        Directory.GetFiles(Path.Combine(site.Folder, "backups")).Where(file => Path.GetExtension(file) is ".db" or ".dump");

    /// <summary>Runs the program's scripts and one of the test's own.</summary>
    private static async Task<int> MigrateAsync(RunningSite site, string sql)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        SchemaScript[] scripts = [.. services.GetServices<SchemaScript>(), new(DatabaseProvider.Sqlite, Next, "fake", sql), new(DatabaseProvider.PostgreSql, Next, "fake", sql)];
        return await ActivatorUtilities.CreateInstance<SchemaMigrator>(services, [scripts]).MigrateAsync();
    }

    private static async Task<bool> HasFakeAsync(RunningSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteDb>();
        var found = db.IsSqlite
            ? db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'Fake'")
            : db.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM information_schema.tables WHERE table_name = 'Fake'");
        return await found.SingleAsync() == 1;
    }

    /// <summary>Writes over the root page of a table, as a bad disk would.</summary>
    private static async Task BreakAsync(RunningSite site)
    {
        var file = Path.Combine(site.Folder, "zaitaku.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        var page = await NumberAsync(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'AutoroutePartIndex'");
        var size = await NumberAsync(connection, "PRAGMA page_size");
        await NumberAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        await connection.CloseAsync();
        SqliteConnection.ClearAllPools();
        await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        bytes.Position = (page - 1) * size;
        bytes.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void AssertWhole(string backup)
    {
        using var copy = new SqliteConnection($"Data Source={backup};Pooling=False;Mode=ReadOnly");
        copy.Open();
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "SELECT COUNT(*) FROM ContentItem";
        Assert.True((long)command.ExecuteScalar()! > 100);
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Fake'";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    private static async Task<string> ListAsync(string dump)
    {
        using var process = Process.Start(new ProcessStartInfo("pg_restore", ["--list", dump]) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}
