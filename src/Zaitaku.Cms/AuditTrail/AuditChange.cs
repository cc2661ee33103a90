using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.AuditTrail;

/// <summary>What an act made of something: its name as people read it, what it said before, and what it says since. Empty where there was nothing.</summary>
public sealed record AuditChange(string What, string Before, string After);

/// <summary>Changes as the record keeps them, beside whatever else an act's data says.</summary>
public static class AuditChanges
{
    private const int MaxText = 4000;

    public static string Write(IEnumerable<AuditChange> changes) =>
        JsonSerializer.Serialize(new { Changes = changes.Select(change => new AuditChange(change.What, Short(change.Before), Short(change.After))) }, ContentJson.Options);

    /// <returns>Nothing where the data holds none, or is none.</returns>
    public static IReadOnlyList<AuditChange> Read(string? data)
    {
        try
        {
            return data is null ? [] : (JsonNode.Parse(data) as JsonObject)?["Changes"].Deserialize<List<AuditChange>>(ContentJson.Options) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Short(string text) => text.Length <= MaxText ? text : text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)] + "…";
}
