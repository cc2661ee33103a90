using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Parts;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Books;

/// <summary>How a text shall come out.</summary>
public enum TextForm
{
    Plain,

    /// <summary>With ふりがな.</summary>
    Furigana,
}

/// <summary>Turns the Markdown of chapters into HTML, once for each version, form and circle of readers; never per request.</summary>
public sealed class ChapterTexts(SiteGlossary glossary, SiteDocuments documents, SiteCache cache, Viewer viewer)
{
    /// <summary>The item's body. It is not even read when its text is known.</summary>
    public ValueTask<RenderedText> OfAsync(ContentItem item, TextForm form) => OfAsync(item, "", () => item.Get<MarkdownBodyPart>()?.Markdown ?? "", form);

    /// <param name="markdown">Another text of the item, for example a field.</param>
    public ValueTask<RenderedText> OfAsync(ContentItem item, string markdown, TextForm form) =>
        OfAsync(item, $"{markdown.Length}-{markdown.GetHashCode(StringComparison.Ordinal)}", () => markdown, form);

    /// <summary>The body for paper: terms as footnotes, the author's readings in brackets, ids that can share a page with other chapters'.</summary>
    /// <param name="idPrefix">For example <c>c3-</c>.</param>
    /// <param name="headingShift">How many levels of headings of the book stand above the text's own.</param>
    public async Task<RenderedText> ForPrintAsync(ContentItem item, string idPrefix, int headingShift) => MarkdownText.Render(
        item.Get<MarkdownBodyPart>()?.Markdown ?? "",
        new MarkdownContext { Glossary = await glossary.TermsAsync(), ForPrint = true, IdPrefix = idPrefix, HeadingShift = headingShift });

    /// <summary>The body with the author's readings only, for electronic books, whose readers draw ruby themselves.</summary>
    public async Task<RenderedText> WithAuthorsReadingsAsync(ContentItem item) => MarkdownText.Render(
        item.Get<MarkdownBodyPart>()?.Markdown ?? "",
        new MarkdownContext { Glossary = await glossary.TermsAsync(), Furigana = true });

    private async ValueTask<RenderedText> OfAsync(ContentItem item, string name, Func<string> read, TextForm form)
    {
        var key = $"text:{item.ContentItemVersionId}:{item.Revision}:{name}:{form}:{viewer}";
        if (cache.Find<RenderedText>(key) is { } known) return known;
        var since = cache.Now;
        var markdown = read();
        var made = await RenderAsync(markdown, form);
        cache.Keep(key, made, [PageTag.Item(item.ContentItemId), PageTag.Type(SiteGlossary.ContentType), PageTag.Site], since, weight: markdown.Length * 8L);
        return made;
    }

    private async Task<RenderedText> RenderAsync(string markdown, TextForm form)
    {
        var text = MarkdownText.Render(markdown, new MarkdownContext
        {
            Glossary = await glossary.TermsAsync(),
            Furigana = form == TextForm.Furigana,
        });
        return form == TextForm.Furigana ? text with { Html = (await FuriganaAsync()).Apply(text.Html).Html } : text;
    }

    /// <summary>The title with readings, when readings are wanted.</summary>
    public async ValueTask<string?> RubyAsync(string text, TextForm form) =>
        form == TextForm.Furigana ? (await FuriganaAsync()).ApplyToText(text).Html : null;

    private ValueTask<Furigana> FuriganaAsync() => cache.GetOrMakeAsync("furigana", [PageTag.Site], async () =>
    {
        var settings = await documents.GetAsync<SiteSettings>();
        return new Furigana(ReadingDictionary.Parse(settings.Section<FuriganaSettings>().Dictionary));
    }, weight: 512 * 1024);
}
