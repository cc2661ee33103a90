using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>What has changed since somebody's copy of a book.</summary>
public sealed record SinceCopy(Book Book, BookEdition Copy, EditionChanges Changes, string Address);

/// <summary>An address that names an edition the book does not have, and the editions it has.</summary>
public sealed record UnknownEdition(Book Book, IReadOnlyList<BookEdition> Editions);

/// <summary>An edition with what it changed.</summary>
/// <param name="Changes">Since the edition before it; null for the first.</param>
public sealed record EditionStory(BookEdition Edition, EditionChanges? Changes);

/// <summary>Answers those who hold a copy: what they should know by now.</summary>
public sealed class CopyDesk(EditionShelf shelf, Cms.Web.SiteAddress address)
{
    /// <param name="since">The number of the edition, as it stands in the address.</param>
    /// <returns>What has changed, or null when there is no such edition.</returns>
    public async Task<SinceCopy?> SinceAsync(Book book, string since, CancellationToken cancel)
    {
        if (NumberOf(since) is not { } number || await shelf.FindAsync(book.Id, number, cancel) is not { } edition) return null;
        return new(book, edition, (await shelf.SinceAsync(edition, cancel)).OnPaper, await address.OfAsync(book.Path, cancel));
    }

    /// <returns>The number of an edition that is written so, or null.</returns>
    public static int? NumberOf(string since) =>
        since.Length <= 6 && int.TryParse(since, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public async Task<UnknownEdition> UnknownAsync(Book book, CancellationToken cancel) => new(book, await shelf.ListAsync(book.Id, cancel));

    /// <summary>Every edition with what it changed, the newest first.</summary>
    public async Task<IReadOnlyList<EditionStory>> StoriesAsync(Book book, CancellationToken cancel)
    {
        var editions = await shelf.ListAsync(book.Id, cancel);
        var stories = new List<EditionStory>();
        for (var at = 0; at < editions.Count; at++)
        {
            var before = at + 1 < editions.Count ? await shelf.TextsAsync(editions[at + 1], cancel) : null;
            stories.Add(new(editions[at], before is null ? null : await shelf.CompareAsync(before, await shelf.TextsAsync(editions[at], cancel), cancel)));
        }

        return stories;
    }
}
