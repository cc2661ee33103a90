using System.Text;
using Zaitaku.Cms.AuditTrail;

namespace Zaitaku.Admin.Records;

/// <summary>The record as a file for spreadsheets: cells in quotes, and none that would be taken for a formula.</summary>
public static class RecordCsv
{
    public static string Head { get; } = Line(RecordText.RecordColumns);

    public static string Of(AuditTrailEvent row) => Line(AdminDates.ForTables(row.CreatedUtc), row.UserName ?? RecordText.TheSite, RecordText.KindName(row.Category), RecordText.ActName(row.Name),
        row.Title ?? "", row.CorrelationId, row.Comment ?? "", string.Join('\n', AuditChanges.Read(row.Data).Select(change => RecordText.BeforeAfter(change.What, change.Before, change.After))));

    private static string Line(params IEnumerable<string> cells) => new StringBuilder().AppendJoin(',', cells.Select(Cell)).Append("\r\n").ToString();

    private static string Cell(string text)
    {
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
