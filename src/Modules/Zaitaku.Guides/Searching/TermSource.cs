using Zaitaku.Cms.Content;
using Zaitaku.Cms.Search;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Searching;

/// <summary>用語, each where it stands in the list of terms.</summary>
public sealed class TermSource : SearchSource
{
    public override IReadOnlyList<string> ContentTypes { get; } = [SiteGlossary.ContentType];

    public override Task<IReadOnlyList<SearchEntry>> EntriesAsync(ContentItem item, CancellationToken cancel)
    {
        var part = item.Get<GlossaryTermPart>();
        return Task.FromResult<IReadOnlyList<SearchEntry>>(
        [
            new SearchEntry(SearchKinds.Term, $"/glossary#{item.ContentItemId}", item.DisplayText ?? "")
            {
                Body = part?.Definition?.Text ?? "",
                Reading = part?.Reading?.Text ?? "",
                Keywords = part?.Also?.Values ?? [],
            },
        ]);
    }
}
