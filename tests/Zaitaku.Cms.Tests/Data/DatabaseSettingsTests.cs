using Microsoft.Data.Sqlite;
using Zaitaku.Cms.Data;

namespace Zaitaku.Cms.Tests.Data;

public sealed class DatabaseSettingsTests
{
    [Fact]
    public async Task Sqlite_keeps_foreign_keys_without_being_told_at_every_query()
    {
        var folder = Directory.CreateTempSubdirectory("zaitaku-test-");
        await using (var connection = new SqliteConnection(new DatabaseSettings().Connection(new DataFolder(folder.FullName))))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys";
            Assert.Equal(1L, await command.ExecuteScalarAsync());
            SqliteConnection.ClearPool(connection);
        }

        folder.Delete(recursive: true);
    }
}
