using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Words;

/// <summary>The site's word book, made anew when an editor has changed it.</summary>
public sealed class SiteWords(SiteDocuments documents, SiteCache cache)
{
    public ValueTask<WordBook> BookAsync(CancellationToken cancel = default) => cache.GetOrMakeAsync("search-words", [PageTag.Site], async () =>
    {
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        return new WordBook(settings.Section<ThesaurusSettings>().Groups, settings.Section<FuriganaSettings>().Dictionary);
    }, weight: 2 * 1024 * 1024);

    /// <summary>The site's dictionary of readings.</summary>
    public async Task<string> ReadingsAsync(CancellationToken cancel = default) => (await documents.GetAsync<SiteSettings>(cancel)).Section<FuriganaSettings>().Dictionary;

    /// <summary>The address pinned for what was typed, or null.</summary>
    public async Task<string?> PinnedAsync(string normal, CancellationToken cancel = default)
    {
        return PinnedAnswers.Of((await documents.GetAsync<SiteSettings>(cancel)).Section<PinnedAnswersSettings>()).FirstOrDefault(answer => NormalText.Of(answer.Word) == normal)?.Address;
    }
}
