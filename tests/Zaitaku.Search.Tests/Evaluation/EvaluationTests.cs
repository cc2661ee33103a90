using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Evaluation;

namespace Zaitaku.Search.Tests.Evaluation;

/// <summary>Whoever measures the search gets figures or is told what is wrong, and nothing is left.</summary>
public sealed class EvaluationTests : IDisposable
{
    private const string Documents = """
        {"id":"a","title":"往診","text":"医師が家に来ます。"}
        {"id":"a very long id that no column of the index would hold: https://example.jp/documents/0123456789","title":"看取り","text":"家で過ごす最後の日々。"}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("zaitaku-evaluation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, EachEngine]
    public async Task A_set_is_measured_and_nothing_is_left(Engine engine)
    {
        await using var database = new TestDatabase(engine, folder);
        await database.CreateAsync();
        var before = Scratches();
        Assert.Equal(0, await RunAsync(engine, database, File("docs.jsonl", Documents), File("queries.jsonl", """{"id":"q","text":"家に来る医師は?","rel":["a"]}""" + "\n\n")));
        Assert.Equal(before, Scratches());
        Assert.Equal(["docs.jsonl", "queries.jsonl"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        if (engine == Engine.PostgreSql) Assert.Equal(0, await SchemasAsync(database));
    }

    [Theory]
    [InlineData("", "空です")]
    [InlineData("{\"id\":\"a\",\"title\":\"b\",\"text\":\"c\"}\nnot json", "2行目")]
    [InlineData("[1,2]", "1行目")]
    [InlineData("{\"id\":\"a\"}", "1行目")]
    [InlineData("null", "1行目")]
    public async Task An_odd_file_is_told(string text, string told)
    {
        var odd = await Assert.ThrowsAsync<EvaluationFileException>(() => EvaluationFile.ReadAsync<SetDocument>(File("odd.jsonl", text), CancellationToken.None));
        Assert.Contains(told, odd.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        await using var database = new TestDatabase(Engine.Sqlite, folder);
        Assert.Equal(1, await RunAsync(Engine.Sqlite, database, Path.Combine(folder, "none.jsonl"), folder));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static async Task<int> RunAsync(Engine engine, TestDatabase database, string documents, string queries)
    {
        var settings = new DatabaseSettings { Provider = Enum.Parse<DatabaseProvider>(engine.ToString()), ConnectionString = database.ConnectionString };
        await using var services = new ServiceCollection().AddSingleton(settings).AddSingleton(new DataFolder(Path.GetTempPath())).BuildServiceProvider();
        return await EvaluationCommand.Command.RunAsync(services, [documents, queries], CancellationToken.None);
    }

    private static int Scratches() => Directory.GetDirectories(Path.GetTempPath(), "search_scratch*").Length;

    private static async Task<long> SchemasAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'search_scratch'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
