using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Links;

/// <summary>That a version of an item leads to an address: who must know when it goes.</summary>
public sealed class LinkUse : IndexRow
{
    /// <summary>The path within the site without leading slash and fragment, or the whole address of another site.</summary>
    public string Target { get; set; } = "";

    /// <summary>Whether it leads to another site.</summary>
    public bool IsExternal { get; set; }
}

public sealed class LinkUseIndexing : ContentIndex<LinkUse>
{
    private const int MaxTarget = 1024;

    public override IEnumerable<IndexRow> Rows(ContentItem item) =>
        Targets(item).Where(target => target.Path.Length <= MaxTarget).Distinct().Select(target => new LinkUse { Target = target.Path, IsExternal = target.IsExternal });

    protected override void MapColumns(ModelBuilder modelBuilder) => modelBuilder.Entity<LinkUse>(row =>
    {
        row.Property(r => r.Target).HasMaxLength(MaxTarget);
        row.HasIndex(r => r.Target);
    });

    private static IEnumerable<LinkTarget> Targets(ContentItem item) =>
        ItemText.Of(item).SelectMany(LinkReader.Read).Select(link => link.Url).Concat(FieldUrls(item.Data)).Select(LinkTarget.Of).OfType<LinkTarget>();

    /// <summary>Addresses of link fields and menu items.</summary>
    private static IEnumerable<string> FieldUrls(JsonNode? node) => node switch
    {
        JsonObject bag => bag.SelectMany(property => property is { Key: "Url", Value: JsonValue value } && value.TryGetValue<string>(out var url) ? [url] : FieldUrls(property.Value)),
        JsonArray list => list.SelectMany(FieldUrls),
        _ => [],
    };
}

/// <summary>Where a link leads.</summary>
internal sealed record LinkTarget(string Path, bool IsExternal)
{
    /// <summary>The target of an address, or null for a place on the same page, a telephone, a mail, or nonsense.</summary>
    public static LinkTarget? Of(string url)
    {
        if (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return new(url.Split('#')[0], true);
        if (url.Length == 0 || url[0] != '/' || url.StartsWith("//", StringComparison.Ordinal)) return null;
        return new(Uri.UnescapeDataString(url.Split('#', '?')[0]).Trim('/'), false);
    }
}
