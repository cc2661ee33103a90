using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>
/// A GIN index over each document's distinct tokens. It finds candidates; <c>ts_rank</c>, which knows nothing of how rare a word is, ranks nothing here.
/// </summary>
public sealed class PostgresEngine(SiteDb db) : ISearchEngine
{

    /// <summary>Without <c>fastupdate</c>: a list of what is not yet in the index would be read by every search, and the planner shuns an index that has one.</summary>
    public string Schema => """
        CREATE TABLE "SearchText" ("Id" bigint NOT NULL PRIMARY KEY, "Tokens" tsvector NOT NULL);
        CREATE INDEX "IX_SearchText_Tokens" ON "SearchText" USING gin ("Tokens") WITH (fastupdate = off);
        """;

    /// <summary>So many look-ups in one statement.</summary>
    private const int MostBranches = 48;

    private const string Columns = """d."Id", d."Owner", d."Kind", d."Area", d."Day", d."Audience" """;

    private const string InScope = """d."Audience" <= @audience AND d."Generation" = (SELECT "Current" FROM "SearchGeneration")""";

    private const string Whole = $"""
        SELECT {Columns}, (CASE WHEN t."Tokens" @@ @title::tsquery THEN 2.0 ELSE 0.0 END) + 100.0 / (100 + d."Length")
        FROM "SearchText" t JOIN "SearchDocument" d ON d."Id" = t."Id"
        WHERE t."Tokens" @@ @expression::tsquery AND {InScope}
        """;

    public async Task<List<Match>> MatchesAsync(Expression expression, IReadOnlyList<WeighedToken> tokens, SearchScope scope, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = IsAnyOf(expression, tokens) ? AnyToken(tokens) : WholeExpression(expression, tokens);
            command.Parameters.AddWithValue("audience", (int)scope.Audience);
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var matches = new List<Match>();
            while (await rows.ReadAsync(cancel))
            {
                matches.Add(new Match(
                    rows.GetInt64(0), rows.GetDouble(6), rows.GetString(1), rows.GetString(2), rows.GetString(3),
                    await rows.IsDBNullAsync(4, cancel) ? null : rows.GetFieldValue<DateOnly>(4), rows.GetInt32(5)));
            }

            return matches;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel)
    {
        var known = tokens.ToList();
        var found = new Dictionary<Token, int>(known.Count);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            foreach (var part in known.Select((token, at) => (token, at)).Chunk(MostBranches))
            {
                await using var command = Command("SELECT " + string.Join(", ", part.Select(p => $"""(SELECT COUNT(*) FROM "SearchText" WHERE "Tokens" @@ @q{p.at}::tsquery)""")));
                foreach (var (token, at) in part) command.Parameters.AddWithValue($"q{at}", Query(token));
                await using var row = await command.ExecuteReaderAsync(cancel);
                await row.ReadAsync(cancel);
                for (var i = 0; i < part.Length; i++) found[part[i].token] = (int)row.GetInt64(i);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return found;
    }

    public async Task WriteAsync(IReadOnlyList<DocumentText> texts, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var text in texts)
        {
            var command = new NpgsqlBatchCommand("""INSERT INTO "SearchText" ("Id", "Tokens") VALUES ($1, array_to_tsvector($2))""");
            command.Parameters.Add(new NpgsqlParameter { Value = text.Id });
            command.Parameters.Add(new NpgsqlParameter { Value = Lexemes(text), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            batch.BatchCommands.Add(command);
        }

        if (texts.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
    }

    public Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchText" WHERE "Id" = ANY({ids.ToArray()})""", cancel);

    public Task SettleAsync(CancellationToken cancel) => db.Database.ExecuteSqlRawAsync("""ANALYZE "SearchText"; ANALYZE "SearchDocument" """, cancel);

    public async Task<long> SizeAsync(CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>("""SELECT pg_total_relation_size('"SearchText"') AS "Value" """).SingleAsync(cancel);

    /// <summary>Each token's documents are looked up on their own, so that each look-up uses the index: a document gets the weight of those it holds.</summary>
    private NpgsqlCommand AnyToken(IReadOnlyList<WeighedToken> tokens)
    {
        var branches = tokens.Select((_, at) => $"""SELECT "Id", @w{at}::float8 AS weight FROM "SearchText" WHERE "Tokens" @@ @q{at}::tsquery""");
        var command = Command($"""
            SELECT {Columns}, q.weight FROM (SELECT "Id", SUM(weight) AS weight FROM ({string.Join(" UNION ALL ", branches)}) AS found GROUP BY "Id") AS q
            JOIN "SearchDocument" d ON d."Id" = q."Id" WHERE {InScope}
            """);
        for (var at = 0; at < tokens.Count; at++)
        {
            command.Parameters.AddWithValue($"q{at}", Query(tokens[at].Token));
            command.Parameters.AddWithValue($"w{at}", tokens[at].Weight);
        }

        return command;
    }

    private NpgsqlCommand WholeExpression(Expression expression, IReadOnlyList<WeighedToken> tokens)
    {
        var command = Command(Whole);
        command.Parameters.AddWithValue("expression", Query(expression));
        command.Parameters.AddWithValue("title", string.Join(" | ", tokens.Select(token => Query(token.Token with { Place = TokenPlace.Title }))));
        return command;
    }

    private static string[] Lexemes(DocumentText text) =>
        [.. text.Title.Select(token => TitleMark + token).Concat(text.Title).Concat(text.Body).Concat(text.Han).Concat(text.Marks).Distinct(StringComparer.Ordinal)];

    /// <summary>Before tokens of the title: no token begins so.</summary>
    private const string TitleMark = "=";

    private static bool IsAnyOf(Expression expression, IReadOnlyList<WeighedToken> tokens) =>
        expression is Token && tokens.Count == 1 || expression is AnyOf any && any.Parts.All(part => part is Token) && any.Parts.Count == tokens.Count;

    /// <summary>The expression in the language of tsquery. Tokens hold letters, figures and marks only: nothing in them can end the quotes.</summary>
    private static string Query(Expression expression) => expression switch
    {
        Token token => $"'{(token.Place == TokenPlace.Title ? TitleMark : "")}{token.Text}'{(token.Begins ? ":*" : "")}",
        AllOf all => $"({string.Join(" & ", all.Parts.Select(Query))})",
        AnyOf any => $"({string.Join(" | ", any.Parts.Select(Query))})",
        Except except => $"({Query(except.Wanted)} & !{Query(except.Unwanted)})",
        _ => throw new NotSupportedException(),
    };

#pragma warning disable CA2100 // The texts are this class's own.
    private NpgsqlCommand Command(string sql) =>
        new(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
#pragma warning restore CA2100
}
