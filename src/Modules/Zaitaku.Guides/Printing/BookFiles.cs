using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Caching;
using Zaitaku.Cms.Departments;
using Zaitaku.Cms.Web;
using Zaitaku.Guides.Books;
using Zaitaku.Guides.Glossary;

namespace Zaitaku.Guides.Printing;

/// <summary>Books to take along: <c>/guides/{slug}.pdf</c> and <c>.epub</c>.</summary>
internal static class BookFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/{shelf:shelf}/{slug}.pdf", PdfAsync);
        routes.MapRead("/{shelf:shelf}/{slug}.epub", EpubAsync);
    }

    private static async Task<IResult> PdfAsync(string shelf, string slug, Bookshelf bookshelf, PdfShelf pdfs, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(shelf, slug, cancel) is not { } book || pdfs.Find(book) is not { } file) return TypedResults.NotFound();
        return TypedResults.PhysicalFile(file.FullName, "application/pdf", lastModified: file.LastWriteTimeUtc);
    }

    private static async Task<IResult> EpubAsync(
        string shelf, string slug, Bookshelf bookshelf, ChapterTexts texts, BookPress press, SiteAddress address, SiteCache cache,
        Viewer viewer, IWebHostEnvironment environment, CancellationToken cancel)
    {
        if (await bookshelf.FindAsync(shelf, slug, cancel) is not { } book) return TypedResults.NotFound();
        var key = $"epub:{viewer}:{book.Item.ContentItemVersionId}:{book.LastEdition?.Number}{book.IsAmended}:{string.Join(',', book.Chapters.Select(c => c.ContentItemVersionId))}";
        var bytes = await cache.GetOrMakeAsync(key, [PageTag.Item(book.Id), PageTag.Type(SiteGlossary.ContentType), PageTag.Type(Departments.ContentType), PageTag.Site], MakeAsync, weight: 512 * 1024);
        return TypedResults.File(bytes, "application/epub+zip", $"{book.Slug}.epub");

        async Task<byte[]> MakeAsync()
        {
            var printed = await press.GatherAsync(book, cancel);
            var links = new BookLinks(book, BookEpub.FileOf, await address.BaseAsync(cancel));
            var chapters = new List<EpubChapter>();
            var items = book.Body is null ? await bookshelf.ChapterItemsAsync(book, cancel) : [book.Item];
            foreach (var item in items)
            {
                chapters.Add(new EpubChapter(item.DisplayText ?? "", links.RewriteForReading((await texts.WithAuthorsReadingsAsync(item)).Html)));
            }

            var style = environment.WebRootFileProvider.GetFileInfo("assets/epub.css");
            using var reader = new StreamReader(style.CreateReadStream());
            return new BookEpub(book, chapters, printed.Department?.Name ?? "", await address.OfAsync(book.Path, cancel), await reader.ReadToEndAsync(cancel)).Write();
        }
    }
}
