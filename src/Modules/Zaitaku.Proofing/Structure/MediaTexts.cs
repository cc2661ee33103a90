using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;

namespace Zaitaku.Proofing.Structure;

/// <summary>Pictures of media fields without a text of their own. An empty text says that the picture only decorates; a missing one says nothing.</summary>
internal static class MediaTexts
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp"];

    public static IEnumerable<Remark> Read(ContentItem item) => item.Data.SelectMany(part => Read(part.Key, part.Value));

    private static IEnumerable<Remark> Read(string path, JsonNode? node)
    {
        if (node is JsonArray list) return list.SelectMany((value, i) => Read($"{path}[{i}]", value));
        if (node is not JsonObject bag) return [];
        if (bag["Paths"] is not JsonArray paths) return bag.SelectMany(property => Read($"{path}.{property.Key}", property.Value));
        var texts = bag["MediaTexts"] as JsonArray;
        return paths.Select((file, i) => (File: file?.ToString() ?? "", Text: texts is not null && i < texts.Count ? texts[i] : null))
            .Where(media => media.Text is null && Array.Exists(Pictures, kind => media.File.EndsWith(kind, StringComparison.OrdinalIgnoreCase)))
            .Select(media => new Remark(RemarkLevel.Error, "ImageWithoutText", path, ProofingText.MediaNeedsText) { Excerpt = media.File });
    }
}
