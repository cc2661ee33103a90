using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Definitions;

namespace Zaitaku.Cms.Parts;

public sealed class TitlePart : ContentPart
{
    public string? Title { get; set; }
}

public sealed class TitlePartSettings
{
    /// <summary>Orchard Core's word: <c>Editable</c> when it is not said, <c>EditableRequired</c>, <c>GeneratedDisabled</c>, <c>GeneratedHidden</c>.</summary>
    public string? Options { get; set; }

    public bool IsRequired => Options is "EditableRequired" or "3";
}

/// <summary>The title is what lists and links call the item. Without one the item keeps the name it came with.</summary>
public sealed class TitleHandler : ContentHandler
{
    public override async Task ValidatingAsync(ContentContext context)
    {
        var part = context.Item.Get<TitlePart>();
        if (!string.IsNullOrWhiteSpace(part?.Title)) context.Item.DisplayText = part.Title;
        else if ((part is not null || string.IsNullOrWhiteSpace(context.Item.DisplayText)) && await IsRequiredAsync(context)) context.Refuse("TitlePart.Title", ContentText.TitleRequired);
    }

    private static async Task<bool> IsRequiredAsync(ContentContext context)
    {
        var definitions = context.Definitions ?? await SiteDocuments.LoadAsync<ContentDefinitions>(context.Db);
        var attached = definitions.Type(context.Item.ContentType)?.Parts.Find(p => p.PartName == nameof(TitlePart));
        return attached?.Setting<TitlePartSettings>().IsRequired ?? false;
    }
}
