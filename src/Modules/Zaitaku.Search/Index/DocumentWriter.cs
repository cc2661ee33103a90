using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Search;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Index;

/// <summary>All that the index holds of one page.</summary>
public sealed record SearchPage(string Owner, string Version, Audience Audience, IReadOnlyList<SearchEntry> Entries);

/// <summary>Writes pages into a generation of the index and takes them out, within the running write.</summary>
public sealed class DocumentWriter(SiteDb db, ISearchEngine engine)
{
    /// <summary>A longer text is cut: nobody finds a place in a passage of fifty pages.</summary>
    public const int MaxBody = 20_000;

    public async Task PutAsync(IReadOnlyList<SearchPage> pages, int generation, CancellationToken cancel)
    {
        var made = pages.SelectMany(page => page.Entries.Select(entry => Make(page, entry, generation))).ToList();
        if (made.Count == 0) return;
        db.AddRange(made.Select(document => document.Row));
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancel);
        db.AddRange(made.Select(document => document.Passage()));
        await db.SaveChangesAsync(cancel);
        await engine.WriteAsync(made.ConvertAll(document => document.Text()), cancel);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is SearchDocument or SearchPassage).ToList()) entry.State = EntityState.Detached;
    }

    public async Task RemoveAsync(IReadOnlyCollection<string> owners, int generation, CancellationToken cancel)
    {
        var ids = await db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => d.Generation == generation && owners.Contains(d.Owner)).Select(d => d.Id).ToListAsync(cancel);
        await RemoveAsync(ids, cancel);
    }

    public async Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return;
        await engine.RemoveAsync(ids, cancel);
        await db.Set<SearchPassage>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<SearchDocument>().IgnoreQueryFilters().Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancel);
    }

    private static Made Make(SearchPage page, SearchEntry entry, int generation)
    {
        var body = NormalText.Wellformed(NormalText.Cut(entry.Body, MaxBody));
        var title = NormalText.Of(entry.Heading.Length == 0 || entry.Heading == entry.Title ? entry.Title : $"{entry.Title} {entry.Heading}").Replace('\n', ' ');
        var rest = NormalText.Of(string.Join('\n', (string[])[body, entry.Reading, .. entry.Keywords]).TrimEnd('\n'));
        var (titleTokens, bodyTokens) = (Tokens.Of(title), Tokens.Of(rest));
        var row = new SearchDocument
        {
            Generation = generation,
            Owner = page.Owner,
            Version = page.Version,
            Kind = entry.Kind,
            Audience = page.Audience,
            Area = NormalText.Wellformed(entry.Area),
            Day = entry.Day,
            Length = titleTokens.Count * Ranking.Bm25.TitleWeight + bodyTokens.Count,
        };
        return new Made(row, entry with { Title = NormalText.Wellformed(entry.Title), Heading = NormalText.Wellformed(entry.Heading), Body = body }, title + '\n' + rest, Terms.Of(title, titleTokens, rest, bodyTokens, SearchMark.Of(row)));
    }

    private sealed record Made(SearchDocument Row, SearchEntry Entry, string Normal, HashSet<string> Terms)
    {
        public SearchPassage Passage() => new() { Id = Row.Id, Url = Entry.Url, Title = Entry.Title, Heading = Entry.Heading, Body = Entry.Body, Normal = Normal };

        public DocumentText Text() => new(Row.Id, Terms);
    }
}

/// <summary>Marks that a document is found by in <c>kind:event</c> and <c>area:桜南</c>. The bar between name and value stands in no token.</summary>
public static class SearchMark
{
    public const string Kind = "kind";
    public const string Area = "area";

    public static string Of(string name, string value) => $"{name}¦{string.Concat(NormalText.Of(value).Where(char.IsLetterOrDigit))}";

    public static List<string> Of(SearchDocument row) => row.Area.Length == 0 ? [Of(Kind, row.Kind)] : [Of(Kind, row.Kind), Of(Area, row.Area)];
}
