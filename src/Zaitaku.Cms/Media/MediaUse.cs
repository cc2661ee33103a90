using System.Buffers;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Media;

/// <summary>
/// That a version of an item shows or offers a file. It says where a file is used, and who may have it: a file that only drafts, or only
/// pages for professionals, use is for their readers alone.
/// </summary>
public sealed class MediaUse : IndexRow
{
    /// <summary>As <see cref="MediaFile.Path"/>. There may be no such file.</summary>
    public string Path { get; set; } = "";
}

public sealed class MediaUseIndexing : ContentIndex<MediaUse>
{
    private const string Prefix = "/media/";

    /// <summary>What may end an address in Markdown or HTML. A name may itself hold the first three: a few of their ends are tried.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(")' \"\\<>]?#\n\r\t");
    private const int MaxTries = 4;

    /// <summary>A file that a copy will need is used, and not everybody's yet.</summary>
    public override bool OfReplacements => true;

    public override IEnumerable<IndexRow> Rows(ContentItem item) =>
        Paths(item.Data).Distinct(StringComparer.Ordinal).Select(path => new MediaUse { Path = path });

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<MediaUse>(row =>
    {
        row.Property(r => r.Path).HasMaxLength(MediaPath.MaxLength);
        row.HasIndex(r => r.Path);
    });

    /// <summary>Paths of media fields, of any part, and of links in any text.</summary>
    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject bag => bag.SelectMany(property => property is { Key: "Paths", Value: JsonArray paths } ? paths.SelectMany(FieldPath) : Paths(property.Value)),
        JsonArray list => list.SelectMany(Paths),
        JsonValue value when value.TryGetValue<string>(out var text) => Links(text),
        _ => [],
    };

    private static IEnumerable<string> FieldPath(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var path) && MediaPath.Clean(path) is { } clean ? [clean] : [];

    private static IEnumerable<string> Links(string text)
    {
        for (var at = text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(at + Prefix.Length);
            // A letter of Japanese is nine characters when it is escaped.
            foreach (var link in Candidates(rest[..Math.Min(rest.Length, MediaPath.MaxLength * 9)].ToString()))
            {
                if (MediaPath.Clean(link) is { } clean && MediaKind.Of(clean) is not null) yield return clean;
            }
        }
    }

    private static IEnumerable<string> Candidates(string rest)
    {
        for (var (from, tries) = (0, 0); tries < MaxTries; tries++)
        {
            var next = rest.AsSpan(from).IndexOfAny(Ends);
            var end = next < 0 ? rest.Length : from + next;
            yield return Uri.UnescapeDataString(WebUtility.HtmlDecode(rest[..end]));
            if (end == rest.Length || rest[end] is not (')' or '\'' or ' ')) yield break;
            from = end + 1;
        }
    }
}
