using System.Text.Json.Nodes;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Editing;

/// <summary>The items inside a part, each with a form of its own: for bags, menus and vocabularies.</summary>
public sealed record BagEdit(PartEdit Part)
{
    /// <summary>Name of the list of ids in the form.</summary>
    public string List => $"{Part.Name}.{Part.Element!.Bag}";

    public IReadOnlyList<ContentItem> Items =>
        [.. (Part.Bag?[Part.Element!.Bag!] as JsonArray ?? []).OfType<JsonObject>().Select(item => ContentItemConverter.Read((JsonObject)item.DeepClone()))];

    public IEnumerable<ContentTypeDefinition> Types => Part.PartName == "TaxonomyPart"
        ? Part.Context.Definitions.ContentTypes.Where(type => type.Name == Part.Bag?["TermContentType"]?.ToString())
        : BagTypes.Of(Part.Context.Definitions, Part.Definition);

    public string PrefixOf(ContentItem item) => $"{Part.Name}.{item.ContentItemId}.";

    public string NameOf(ContentItem item) => Part.Context.Definitions.Type(item.ContentType)?.DisplayName ?? item.ContentType;
}
