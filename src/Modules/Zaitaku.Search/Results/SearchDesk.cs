using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Search;
using Zaitaku.Cms.Text;
using Zaitaku.Search.Analysis;
using Zaitaku.Search.Index;
using Zaitaku.Search.Queries;
using Zaitaku.Search.Ranking;
using Zaitaku.Search.Suggestions;
using Zaitaku.Search.Words;

namespace Zaitaku.Search.Results;

/// <summary>Answers searches through the viewer's eyes.</summary>
public sealed class SearchDesk(SiteDb db, Searcher searcher, SiteWords words, Spelling spelling, IEnumerable<SearchKind> kinds, Viewer viewer, TimeProvider clock)
{
    /// <param name="scope">What was asked for; whom it is for is the viewer's and not the asker's to say.</param>
    /// <param name="skip">So many hits are left out, as of earlier pages.</param>
    public async Task<SearchResults> FindAsync(string text, SearchScope scope, int skip, int take, CancellationToken cancel)
    {
        var query = QueryReader.Read(text, await words.BookAsync(cancel));
        var found = await searcher.FindAsync(query, scope with { Audience = viewer.Audience }, cancel);
        var wanted = found.Matches.Where(scope.Wants).ToList();
        var hits = await HitsAsync(query, found, skip, take, cancel);
        return new SearchResults(Pages(wanted), hits)
        {
            Kinds = [.. kinds.OrderBy(kind => kind.Order).Select(kind => new SearchFacet(kind.Name, kind.Label, Pages(Among(found, scope with { Kind = kind.Name })))).Where(facet => facet.Count > 0 || facet.Value == scope.Kind)],
            Areas = [.. Facets(found, scope with { Area = null }, match => match.Area).Where(facet => facet.Value.Length > 0)],
            Audiences = [.. Facets(found, scope with { For = null }, match => ((Audience)match.Audience).ToString())],
            IsPartial = wanted.Count > 0 && found.WithAll == 0,
            Coming = Pages(Among(found, scope with { From = JapaneseDate.DayInTokyo(clock.GetUtcNow()) })),
            Pinned = await PinnedAsync(text, cancel),
            Meant = wanted.Count == 0 || found.WithAll == 0 && query.AreWords ? await spelling.MeantAsync(query, cancel) : null,
        };
    }

    private async Task<List<SearchHit>> HitsAsync(SearchQuery query, Found found, int skip, int take, CancellationToken cancel)
    {
        var all = found.Ranked.Take(found.WithAll).Select(passage => passage.Match.Owner).ToHashSet(StringComparer.Ordinal);
        var pages = found.Ranked.GroupBy(passage => passage.Match.Owner, StringComparer.Ordinal).Skip(skip).Take(take).Select(page => page.ToList()).ToList();
        var shown = pages.SelectMany(page => page.Take(3)).Select(passage => passage.Match.Id).ToList();
        var passages = await db.Set<SearchPassage>().AsNoTracking().Where(p => shown.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var marked = query.Wordings.SelectMany(wording => wording.Words).Concat(query.Wordings[0].Runs).Where(run => run.Length > 1 || query.Words.Count == 1 && query.Words[0] == run).Distinct().ToList();
        return [.. pages.Where(page => passages.ContainsKey(page[0].Match.Id)).Select(page => Hit(page, passages, marked, all.Contains(page[0].Match.Owner)))];
    }

    private SearchHit Hit(List<RankedPassage> page, Dictionary<long, SearchPassage> passages, List<string> marked, bool hasAll)
    {
        var (match, passage) = (page[0].Match, passages[page[0].Match.Id]);
        var kind = kinds.FirstOrDefault(kind => kind.Name == match.Kind) ?? new SearchKind(match.Kind, match.Kind, int.MaxValue);
        return new SearchHit(
            match.Owner, passage.Url, passage.Title, passage.Heading, kind, (Audience)match.Audience, match.Area, match.Day, Snippet.Of(passage.Body, marked), page[0].Score, hasAll)
        {
            More = [.. page.Skip(1).Take(2).Where(other => passages.TryGetValue(other.Match.Id, out var text) && text.Heading.Length > 0)
                .Select(other => new SectionLink(passages[other.Match.Id].Url, passages[other.Match.Id].Heading))],
        };
    }

    /// <summary>Only a page that this viewer may read is pinned for them.</summary>
    private async Task<PinnedAnswer?> PinnedAsync(string text, CancellationToken cancel)
    {
        if (await words.PinnedAsync(NormalText.Of(text.Trim()), cancel) is not { } address) return null;
        var path = address.TrimStart('/');
        var title = await db.Set<AutoroutePartIndex>().Where(row => row.Published && row.Path == path).Select(row => row.Title).FirstOrDefaultAsync(cancel);
        return title is null ? null : new PinnedAnswer("/" + path, title);
    }

    private static IEnumerable<Match> Among(Found found, SearchScope scope) => found.Matches.Where(scope.Wants);

    private static IEnumerable<SearchFacet> Facets(Found found, SearchScope scope, Func<Match, string> value) =>
        Among(found, scope).GroupBy(value).Select(group => new SearchFacet(group.Key, group.Key, Pages(group))).OrderByDescending(facet => facet.Count);

    private static int Pages(IEnumerable<Match> matches) => matches.Select(match => match.Owner).Distinct(StringComparer.Ordinal).Count();
}
