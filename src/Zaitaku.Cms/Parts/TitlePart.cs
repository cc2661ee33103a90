using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Parts;

public sealed class TitlePart : ContentPart
{
    public string? Title { get; set; }
}

/// <summary>The title is what lists and links call the item.</summary>
public sealed class TitleHandler : ContentHandler
{
    public override Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.Get<TitlePart>() is { } part)
        {
            if (string.IsNullOrWhiteSpace(part.Title)) context.Refuse("TitlePart.Title", ContentText.TitleRequired);
            context.Item.DisplayText = part.Title;
        }

        return Task.CompletedTask;
    }
}
