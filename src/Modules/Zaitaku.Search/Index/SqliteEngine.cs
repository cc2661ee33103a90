using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Data;
using Zaitaku.Search.Queries;

namespace Zaitaku.Search.Index;

/// <summary>FTS5 over text that is cut already: its tokenizer only parts at spaces, and takes every letter beyond ASCII as it is.</summary>
public sealed class SqliteEngine(SiteDb db) : ISearchEngine
{
    public string Schema => """
        CREATE VIRTUAL TABLE "SearchText" USING fts5(title, body, han, marks, content='', contentless_delete=1, tokenize='ascii');
        CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchText", 'row');
        """;

    private const string Matching = """
        SELECT "SearchText".rowid, -bm25("SearchText", 3.0, 1.0, 1.0, 0.0), d."Owner", d."Kind", d."Area", d."Day", d."Audience"
        FROM "SearchText" CROSS JOIN "SearchDocument" d ON d."Id" = "SearchText".rowid
        WHERE "SearchText" MATCH $match AND d."Audience" <= $audience AND d."Generation" = (SELECT "Current" FROM "SearchGeneration")
        """;

    public async Task<List<Match>> MatchesAsync(Expression expression, IReadOnlyList<WeighedToken> tokens, SearchScope scope, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command(Matching, ("$match", Fts(expression)), ("$audience", (int)scope.Audience));
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var matches = new List<Match>();
            while (await rows.ReadAsync(cancel)) matches.Add(Read(rows));
            return matches;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task<Dictionary<Token, int>> FrequenciesAsync(IReadOnlyCollection<Token> tokens, CancellationToken cancel)
    {
        var found = new Dictionary<Token, int>(tokens.Count);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Command("""SELECT doc FROM "SearchVocabulary" WHERE term = $term""", ("$term", ""));
            foreach (var token in tokens)
            {
                command.Parameters[0].Value = token.Text;
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
        await using var command = Command(
            """INSERT INTO "SearchText" (rowid, title, body, han, marks) VALUES ($id, $title, $body, $han, $marks)""",
            ("$id", 0L), ("$title", ""), ("$body", ""), ("$han", ""), ("$marks", ""));
        foreach (var text in texts)
        {
            command.Parameters[0].Value = text.Id;
            command.Parameters[1].Value = string.Join(' ', text.Title);
            command.Parameters[2].Value = string.Join(' ', text.Body);
            command.Parameters[3].Value = string.Join(' ', text.Han);
            command.Parameters[4].Value = string.Join(' ', text.Marks);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public async Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        await using var command = Command("""DELETE FROM "SearchText" WHERE rowid = $id""", ("$id", 0L));
        foreach (var id in ids)
        {
            command.Parameters[0].Value = id;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public Task SettleAsync(CancellationToken cancel) => db.Database.ExecuteSqlRawAsync("""INSERT INTO "SearchText" ("SearchText") VALUES ('optimize')""", cancel);

    public async Task<long> SizeAsync(CancellationToken cancel) =>
        await db.Database.SqlQueryRaw<long>("""SELECT COALESCE(SUM(LENGTH(block)), 0) AS "Value" FROM "SearchText_data" """).SingleAsync(cancel);

    /// <summary>The expression in FTS5's language. Tokens hold letters, figures and marks only: nothing in them can end the quotes.</summary>
    private static string Fts(Expression expression) => expression switch
    {
        Token token => $"{Column(token.Place)}\"{token.Text}\"{(token.Begins ? "*" : "")}",
        AllOf all => Joined(all.Parts, " AND "),
        AnyOf any => Joined(any.Parts, " OR "),
        Except except => $"({Fts(except.Wanted)} NOT {Fts(except.Unwanted)})",
        _ => throw new NotSupportedException(),
    };

    private static string Column(TokenPlace place) => place switch
    {
        TokenPlace.Title => "title : ",
        TokenPlace.Han => "han : ",
        TokenPlace.Mark => "marks : ",
        // Neither letters alone nor marks are ever looked for so: no column needs naming.
        _ => "",
    };

    private static string Joined(IReadOnlyList<Expression> parts, string by)
    {
        // Not one long chain: FTS5 bounds how deep its expressions may be, and balances them only where brackets say nothing else.
        var text = new StringBuilder("(");
        for (var i = 0; i < parts.Count; i++) text.Append(i == 0 ? "" : by).Append(Fts(parts[i]));
        return text.Append(')').ToString();
    }

    private static Match Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetDouble(1), row.GetString(2), row.GetString(3), row.GetString(4),
        row.IsDBNull(5) ? null : DateOnly.Parse(row.GetString(5), CultureInfo.InvariantCulture), row.GetInt32(6));

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
