using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Search.Words;

/// <summary>The site's word book, made anew when an editor has changed it.</summary>
public sealed class SiteWords(SiteDocuments documents, SiteCache cache)
{
    public ValueTask<WordBook> BookAsync(CancellationToken cancel = default) => cache.GetOrMakeAsync("search-words", [PageTag.Site], async () =>
    {
        var settings = await documents.GetAsync<SiteSettings>(cancel);
        return new WordBook(settings.Section<ThesaurusSettings>().Groups, settings.Section<FuriganaSettings>().Dictionary);
    }, weight: 2 * 1024 * 1024);

    /// <summary>The address pinned for what was typed, or null.</summary>
    public async Task<string?> PinnedAsync(string normal, CancellationToken cancel = default)
    {
        var lines = (await documents.GetAsync<SiteSettings>(cancel)).Section<PinnedAnswersSettings>().Answers;
        return WordLines.Read(lines).FirstOrDefault(line => line.Count >= 2 && line[0] == normal)?[1];
    }
}
