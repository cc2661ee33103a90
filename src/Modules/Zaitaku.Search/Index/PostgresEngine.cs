using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>A GIN index over each document's terms. <c>ts_rank</c>, which knows nothing of how rare a word is, ranks nothing here.</summary>
public sealed class PostgresEngine(SiteDb db) : ISearchEngine
{
    /// <summary>Without <c>fastupdate</c>: a list of what is not yet in the index would be read by every search, and the planner shuns an index that has one.</summary>
    public string Schema => """
        CREATE TABLE "SearchText" ("Id" bigint NOT NULL PRIMARY KEY, "Tokens" tsvector NOT NULL);
        CREATE INDEX "IX_SearchText_Tokens" ON "SearchText" USING gin ("Tokens") WITH (fastupdate = off);
        """;

    private const string Matching = $"""
        SELECT {MatchRows.Columns} FROM "SearchText" t JOIN "SearchDocument" d ON d."Id" = t."Id"
        WHERE t."Tokens" @@ @expression::tsquery AND {MatchRows.InScope}
        """;

    private const string Holding = """SELECT "Id" FROM "SearchText" WHERE "Tokens" @@ $1::tsquery""";

    private const string Counting = """SELECT COUNT(*) FROM "SearchText" WHERE "Tokens" @@ $1::tsquery""";

    public Task<List<Match>> MatchesAsync(Expression expression, SearchScope scope, CancellationToken cancel) => MatchesAsync(Matching, expression, scope, cancel);

    public async Task<bool> HasAnyAsync(Expression expression, SearchScope scope, CancellationToken cancel) =>
        (await MatchesAsync(Matching + " LIMIT 1", expression, scope, cancel)).Count > 0;

    private async Task<List<Match>> MatchesAsync(string sql, Expression expression, SearchScope scope, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
#pragma warning disable CA2100 // This class's own texts.
            await using var command = new NpgsqlCommand(sql, Connection, Transaction);
#pragma warning restore CA2100
            command.Parameters.AddWithValue("expression", Query(expression));
            return await MatchRows.ReadAsync(command, scope, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<List<long>>> HoldersAsync(IReadOnlyList<Token> tokens, CancellationToken cancel) => await EachAsync(Holding, tokens, async rows =>
    {
        var ids = new List<long>();
        while (await rows.ReadAsync(cancel)) ids.Add(rows.GetInt64(0));
        return ids;
    }, cancel);

    public async Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel)
    {
        var counts = await EachAsync(Counting, tokens, async rows => await rows.ReadAsync(cancel) ? rows.GetInt64(0) : 0, cancel);
        return tokens.Zip(counts).ToDictionary(pair => pair.First, pair => Convert.ToInt32(pair.Second, CultureInfo.InvariantCulture));
    }

    /// <summary>The same statement for each token, in one round trip.</summary>
    private async Task<List<TAnswer>> EachAsync<TAnswer>(string sql, IReadOnlyCollection<Token> tokens, Func<NpgsqlDataReader, Task<TAnswer>> readAsync, CancellationToken cancel)
    {
        var answers = new List<TAnswer>(tokens.Count);
        if (tokens.Count == 0) return answers;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var batch = new NpgsqlBatch(Connection, Transaction);
            foreach (var token in tokens)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter { Value = Query(token) } } });
            }

            await using var rows = await batch.ExecuteReaderAsync(cancel);
            do
            {
                answers.Add(await readAsync(rows));
            }
            while (await rows.NextResultAsync(cancel));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return answers;
    }

    public async Task WriteAsync(IReadOnlyList<DocumentText> texts, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(Connection, Transaction);
        foreach (var text in texts)
        {
            var command = new NpgsqlBatchCommand("""INSERT INTO "SearchText" ("Id", "Tokens") VALUES ($1, array_to_tsvector($2))""");
            command.Parameters.Add(new NpgsqlParameter { Value = text.Id });
            command.Parameters.Add(new NpgsqlParameter { Value = text.Terms.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            batch.BatchCommands.Add(command);
        }

        if (texts.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
    }

    public Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchText" WHERE "Id" = ANY({ids.ToArray()})""", cancel);

    public Task SettleAsync(CancellationToken cancel) => db.Database.ExecuteSqlRawAsync("""ANALYZE "SearchText"; ANALYZE "SearchDocument" """, cancel);

    public async Task<long> SizeAsync(CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>("""SELECT pg_total_relation_size('"SearchText"') AS "Value" """).SingleAsync(cancel);

    /// <summary>The expression in the language of tsquery. Tokens hold letters, figures and marks only: nothing in them can end the quotes.</summary>
    private static string Query(Expression expression) => expression switch
    {
        Token token => $"'{Terms.Of(token)}'{(token.Begins ? ":*" : "")}",
        AllOf all => $"({string.Join(" & ", all.Parts.Select(Query))})",
        AnyOf any => $"({string.Join(" | ", any.Parts.Select(Query))})",
        Except except => $"({Query(except.Wanted)} & !{Query(except.Unwanted)})",
        _ => throw new NotSupportedException(),
    };

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    private NpgsqlTransaction? Transaction => (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
}
