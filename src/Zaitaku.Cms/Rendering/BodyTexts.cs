using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Rendering;

/// <summary>Bodies of items as safe HTML, made once for each version.</summary>
public sealed class BodyTexts(SiteCache cache)
{
    public string Markdown(ContentItem item, string markdown) =>
        Kept($"markdown:{item.ContentItemVersionId}:{item.Revision}", item, () => MarkdownText.Render(markdown, new MarkdownContext()).Html);

    public string Html(ContentItem item, string html) =>
        Kept($"html:{item.ContentItemVersionId}:{item.Revision}", item, () => HtmlSanitizer.Sanitize(html));

    private string Kept(string key, ContentItem item, Func<string> make)
    {
        if (cache.Find<string>(key) is { } known) return known;
        var since = cache.Now;
        var made = make();
        cache.Keep(key, made, [PageTag.Item(item.ContentItemId)], since, made.Length * 2L);
        return made;
    }
}
