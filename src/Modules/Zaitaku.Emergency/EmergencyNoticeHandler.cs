using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Text;

namespace Zaitaku.Emergency;

/// <summary>Holds a notice to what a banner can carry. Pages on which it stands are made again when it is corrected.</summary>
public sealed class EmergencyNoticeHandler : ContentHandler
{
    /// <summary>A banner is read standing up, on a small screen, in a hurry.</summary>
    public const int MaxText = 400;
    public const int MaxTitle = 60;

    public override Task ValidatingAsync(ContentContext context)
    {
        if (context.Item.ContentType != EmergencyNoticePart.ContentType || context.Item.Get<EmergencyNoticePart>() is not { } part) return Task.CompletedTask;
        if (context.Item.DisplayText?.Length > MaxTitle) context.Refuse("TitlePart.Title", EmergencyText.TitleTooLong(MaxTitle));
        if (part.Text?.Text?.Length > MaxText) context.Refuse("EmergencyNoticePart.Text", EmergencyText.TooLong(part.Text.Text.Length, MaxText));
        if (part.Link?.Url is { Length: > 0 } url)
        {
            if (!SafeUrl.IsLink(url) || !SafeUrl.IsExternal(url) && url[0] != '/' && !url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) context.Refuse("EmergencyNoticePart.Link", EmergencyText.LinkWrong);
            if (string.IsNullOrWhiteSpace(part.Link.Text)) context.Refuse("EmergencyNoticePart.Link", EmergencyText.LinkWithoutWords);
        }

        return Task.CompletedTask;
    }

    public override Task PublishedAsync(ContentContext context) => EvictAsync(context);

    public override Task RemovedAsync(ContentContext context) => EvictAsync(context);

    private static Task EvictAsync(ContentContext context)
    {
        if (context.Item.ContentType == EmergencyNoticePart.ContentType) context.Db.Evict(PageTag.Site);
        return Task.CompletedTask;
    }
}
