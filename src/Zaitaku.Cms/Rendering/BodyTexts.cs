using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Rendering;

/// <summary>Bodies of items as safe HTML, made once for each version. An item inside another has no version of its own: its body is made each time.</summary>
public sealed class BodyTexts(SiteCache cache)
{
    /// <param name="field">The field that holds the text, where it is not the part itself.</param>
    public string Markdown(PartView part, string markdown, string field = "") =>
        Kept("markdown", part, field, () => MarkdownText.Render(markdown, new MarkdownContext()).Html);

    /// <inheritdoc cref="Markdown"/>
    public string Html(PartView part, string html, string field = "") => Kept("html", part, field, () => HtmlSanitizer.Sanitize(html));

    private string Kept(string kind, PartView part, string field, Func<string> make)
    {
        if (part.IsInside) return make();
        var item = part.Item;
        var key = $"{kind}:{item.ContentItemVersionId}:{item.Revision}:{part.Definition.Name}.{field}";
        if (cache.Find<string>(key) is { } known) return known;
        var since = cache.Now;
        var made = make();
        cache.Keep(key, made, [PageTag.Item(item.ContentItemId)], since, made.Length * 2L);
        return made;
    }
}
