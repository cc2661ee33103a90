using Zaitaku.Cms.Content;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Rendering;

/// <summary>What a part's partial is given: the item, and the part's place in its type.</summary>
public sealed record PartView(ContentItem Item, ContentTypePartDefinition Definition)
{
    /// <summary>The part as its class, or null when the item does not carry it.</summary>
    public TPart? Part<TPart>() where TPart : ContentPart => Item.Get<TPart>(Definition.Name);
}
