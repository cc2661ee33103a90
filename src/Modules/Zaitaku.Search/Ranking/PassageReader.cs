using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zaitaku.Cms.Data;

namespace Zaitaku.Search.Ranking;

/// <summary>Reads the candidates' texts. Which they may be was decided when they matched; no id comes from outside.</summary>
public static class PassageReader
{
    private const string Texts = """
        SELECT d."Id", d."Length", p."Normal" FROM "SearchDocument" d JOIN "SearchPassage" p ON p."Id" = d."Id" WHERE d."Id" IN (
        """;

    public static async Task<Dictionary<long, PassageText>> ReadAsync(SiteDb db, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var found = new Dictionary<long, PassageText>(ids.Count);
        if (ids.Count == 0) return found;
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Numbers only.
        command.CommandText = Texts + string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))) + ")";
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) found[rows.GetInt64(0)] = Read(rows);
        return found;
    }

    private static PassageText Read(DbDataReader row)
    {
        var normal = row.GetString(2);
        var end = normal.IndexOf('\n', StringComparison.Ordinal);
        return new PassageText(row.GetInt64(0), row.GetInt32(1), normal[..end], normal[(end + 1)..]);
    }
}
