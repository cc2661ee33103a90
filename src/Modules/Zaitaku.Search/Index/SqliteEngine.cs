using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>
/// FTS5 over terms that are cut already: its tokenizer only parts at spaces, and takes every letter beyond ASCII as it is. It keeps neither the text
/// nor where in it a term stands: the ranking reads what it ranks.
/// </summary>
public sealed class SqliteEngine(SiteDb db) : ISearchEngine
{
    public string Schema => """
        CREATE VIRTUAL TABLE "SearchText" USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');
        CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchText", 'row');
        """;

    private const string Matching = $"""
        SELECT {MatchRows.Columns} FROM "SearchText" CROSS JOIN "SearchDocument" d ON d."Id" = "SearchText".rowid
        WHERE "SearchText" MATCH @match AND {MatchRows.InScope}
        """;

    private const string Holding = """SELECT rowid FROM "SearchText" WHERE "SearchText" MATCH @match""";

    public Task<List<Match>> MatchesAsync(Expression expression, SearchScope scope, CancellationToken cancel) => MatchesAsync(Matching, expression, scope, cancel);

    public async Task<bool> HasAnyAsync(Expression expression, SearchScope scope, CancellationToken cancel) =>
        (await MatchesAsync(Matching + " LIMIT 1", expression, scope, cancel)).Count > 0;

    private async Task<List<Match>> MatchesAsync(string sql, Expression expression, SearchScope scope, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(sql, ("@match", Fts(expression)));
            return await MatchRows.ReadAsync(command, scope, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<IReadOnlyList<List<long>>> HoldersAsync(IReadOnlyList<Token> tokens, CancellationToken cancel)
    {
        var holders = new List<List<long>>(tokens.Count);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(Holding, ("@match", ""));
            foreach (var token in tokens)
            {
                command.Parameters[0].Value = Fts(token);
                await using var rows = await command.ExecuteReaderAsync(cancel);
                var ids = new List<long>();
                // SQLite answers at once: to await each row would only cost.
#pragma warning disable CA1849
                while (rows.Read()) ids.Add(rows.GetInt64(0));
#pragma warning restore CA1849
                holders.Add(ids);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return holders;
    }

    public async Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel)
    {
        var found = new Dictionary<Token, int>(tokens.Count);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var whole = Command("""SELECT doc FROM "SearchVocabulary" WHERE term = @term""", ("@term", ""));
            await using var begun = Command("""SELECT COUNT(*) FROM "SearchText" WHERE "SearchText" MATCH @term""", ("@term", ""));
            foreach (var token in tokens)
            {
                var command = token.Begins ? begun : whole;
                command.Parameters[0].Value = token.Begins ? Fts(token) : Terms.Of(token);
                found[token] = Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
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
        await using var command = Command("""INSERT INTO "SearchText" (rowid, terms) VALUES (@id, @terms)""", ("@id", 0L), ("@terms", ""));
        foreach (var text in texts)
        {
            command.Parameters[0].Value = text.Id;
            command.Parameters[1].Value = string.Join(' ', text.Terms);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public async Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        await using var command = Command("""DELETE FROM "SearchText" WHERE rowid = @id""", ("@id", 0L));
        foreach (var id in ids)
        {
            command.Parameters[0].Value = id;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public Task SettleAsync(CancellationToken cancel) => db.Database.ExecuteSqlRawAsync("""INSERT INTO "SearchText" ("SearchText") VALUES ('optimize')""", cancel);

    public async Task<long> SizeAsync(CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>("""SELECT COALESCE(SUM(LENGTH(block)), 0) AS "Value" FROM "SearchText_data" """).SingleAsync(cancel);

    /// <summary>
    /// The expression in FTS5's language. Tokens hold letters, figures and marks only: nothing in them can end the quotes. Brackets around each
    /// list and no deeper: FTS5 bounds how deep its expressions may be, and balances a flat list by itself.
    /// </summary>
    private static string Fts(Expression expression) => expression switch
    {
        Token token => $"\"{Terms.Of(token)}\"{(token.Begins ? "*" : "")}",
        AllOf all => $"({string.Join(" AND ", all.Parts.Select(Fts))})",
        AnyOf any => $"({string.Join(" OR ", any.Parts.Select(Fts))})",
        Except except => $"({Fts(except.Wanted)} NOT {Fts(except.Unwanted)})",
        _ => throw new NotSupportedException(),
    };

#pragma warning disable CA2100 // The texts are this class's own.
    private DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
#pragma warning restore CA2100
}
