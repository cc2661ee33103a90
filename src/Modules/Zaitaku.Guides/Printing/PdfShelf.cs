using System.Text;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Text;
using Zaitaku.Guides.Books;

namespace Zaitaku.Guides.Printing;

/// <summary>Where made PDFs of books lie: in the data folder, named by what they were made from, so a stale one is never served as the present one.</summary>
public sealed class PdfShelf(DataFolder folder)
{
    /// <summary>Changes when the way a PDF is made does, so that all are made again.</summary>
    private const string Recipe = "4";

    /// <returns>The PDF of the book as it is published now, or null while it has not been made.</returns>
    public FileInfo? Find(Book book)
    {
        var file = new FileInfo(PathOf(book));
        return file.Exists ? file : null;
    }

    /// <summary>Puts a finished file on the shelf, at once, and takes earlier editions away.</summary>
    public void Put(Book book, string madeFile)
    {
        var target = PathOf(book);
        File.Move(madeFile, target, overwrite: true);
        foreach (var old in Directory.EnumerateFiles(folder.Sub("books"), book.Id + "-*.pdf").Where(f => f != target)) File.Delete(old);
    }

    private string PathOf(Book book)
    {
        var chapters = book.Chapters.Select(c => $"{c.ContentItemVersionId}@{c.ModifiedUtc?.Ticks}");
        var source = string.Join('|', [Recipe, book.Item.ContentItemVersionId, $"{book.Updated?.Ticks}", $"{book.SurroundingsUpdated?.Ticks}", $"{book.LastEdition?.Number}:{book.LastEdition?.ClosedUtc.Ticks}:{book.IsAmended}", .. chapters]);
        var hash = Fingerprint.Of(Encoding.UTF8.GetBytes(source));
        return Path.Combine(folder.Sub("books"), $"{book.Id}-{hash}.pdf");
    }
}
