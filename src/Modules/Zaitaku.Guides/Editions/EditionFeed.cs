using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Feeds;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Editions;

/// <summary>An entry of feed.xml for each edition of a book that the reader may read.</summary>
public sealed class EditionFeed(SiteDb db, Bookshelf bookshelf) : FeedSource
{
    private const int Most = 30;

    public override async Task<IReadOnlyList<FeedEntry>> EntriesAsync(CancellationToken cancel = default)
    {
        var entries = new List<FeedEntry>();
        foreach (var edition in await db.Set<BookEdition>().AsNoTracking().Where(e => e.ReopenedUtc == null).OrderByDescending(e => e.ClosedUtc).Take(Most).ToListAsync(cancel))
        {
            if (await bookshelf.FindAsync(edition.BookId, cancel) is not { } book) continue;
            var note = MarkdownText.Render(edition.Note, new MarkdownContext()).PlainText;
            entries.Add(new($"{book.Id}:edition:{edition.Number}", GuidesText.FeedTitle(book.Title, edition.Name), edition.Anchor, edition.ClosedUtc, note) { Path = book.Path + "/changes" });
        }

        return entries;
    }
}
