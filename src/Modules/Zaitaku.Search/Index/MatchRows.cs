using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Index;

/// <summary>Reads documents as matches. Whom they are for is a condition of every statement that does.</summary>
public static class MatchRows
{
    public const string Columns = """d."Id", d."Owner", d."Kind", d."Area", d."Day", d."Audience", d."Length" """;

    /// <summary>With the parameter <c>audience</c>. The plus keeps SQLite from walking the index of a whole generation for a few documents.</summary>
    public const string InScope = """d."Audience" <= @audience AND +d."Generation" = (SELECT "Current" FROM "SearchGeneration")""";

    private const string Chosen = $"""SELECT {Columns} FROM "SearchDocument" d WHERE {InScope} AND d."Id" IN """;

    /// <summary>Those of these documents that are in scope.</summary>
    public static async Task<List<Match>> InScopeAsync(SiteDb db, IEnumerable<long> ids, SearchScope scope, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Numbers only.
        command.CommandText = $"{Chosen}({string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return await ReadAsync(command, scope, cancel);
    }

    /// <param name="command">Selects <see cref="Columns"/> of what is <see cref="InScope"/>.</param>
    public static async Task<List<Match>> ReadAsync(DbCommand command, SearchScope scope, CancellationToken cancel)
    {
        var audience = command.CreateParameter();
        (audience.ParameterName, audience.Value) = ("audience", (int)scope.Audience);
        command.Parameters.Add(audience);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var matches = new List<Match>();
        while (await rows.ReadAsync(cancel))
        {
            DateOnly? day = await rows.IsDBNullAsync(4, cancel) ? null : rows.GetFieldValue<DateOnly>(4);
            matches.Add(new Match(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), day, rows.GetInt32(5), rows.GetInt32(6)));
        }

        return matches;
    }
}
